/** Code for the clinic's own website; what can be chosen has words of its own beside the generator. */
export const embedWords = {
  lead: [
    'Velg hva som skal stå på deres egen nettside, og kopier koden dit. Endringer her i konsollen virker uten ny kode.',
    'Välj vad som ska stå på er egen webbplats och kopiera koden dit. Ändringar här i konsolen gäller utan ny kod.',
    'Valitse, mitä omille verkkosivuillenne tulee, ja kopioi koodi sinne. Konsolissa tehdyt muutokset toimivat ilman uutta koodia.',
    'Vælg, hvad der skal stå på jeres egen hjemmeside, og kopiér koden dertil. Ændringer her i konsollen virker uden ny kode.',
    'Choose what shall stand on your own website, and copy the code there. Changes here in the console need no new code.',
  ],
} as const;
