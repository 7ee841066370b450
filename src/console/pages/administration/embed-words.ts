/** Code for the clinic's own website; what can be chosen has words of its own beside the generator. */
export const embedWords = {
  lead: [
    'Velg hva som skal stå på deres egen nettside, og kopier koden dit. Endringer her i konsollen virker uten ny kode.',
    'Välj vad som ska stå på er egen webbplats och kopiera koden dit. Ändringar här i konsolen gäller utan ny kod.',
    'Valitse, mitä omille verkkosivuillenne tulee, ja kopioi koodi sinne. Konsolissa tehdyt muutokset toimivat ilman uutta koodia.',
    'Vælg, hvad der skal stå på jeres egen hjemmeside, og kopiér koden dertil. Ændringer her i konsollen virker uden ny kode.',
    'Choose what shall stand on your own website, and copy the code there. Changes here in the console need no new code.',
  ],
  login: [
    'Skal pasientene kunne logge inn på nettsiden deres, må adressen dens stå blant de tillatte (allowedOrigins i innstillingene). Uten den får de lenke til bookingsiden for det.',
    'Ska patienterna kunna logga in på er webbplats måste dess adress finnas bland de tillåtna (allowedOrigins i inställningarna). Utan den får de en länk till bokningssidan för det.',
    'Jotta potilaat voivat kirjautua omilla sivuillanne, niiden osoitteen on oltava sallittujen joukossa (asetuksissa allowedOrigins). Muuten he saavat sitä varten linkin ajanvaraussivulle.',
    'Skal patienterne kunne logge ind på jeres hjemmeside, skal dens adresse stå blandt de tilladte (allowedOrigins i indstillingerne). Uden den får de et link til bookingsiden til det.',
    'For patients to log in on your website, its address must be among the allowed ones (allowedOrigins of the settings). Without that they get a link to the booking page for it.',
  ],
} as const;
