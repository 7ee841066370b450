/** One text of Opus SMS, as it reaches a phone. */
export const textWords = {
  change: ['Endre teksten', 'Ändra texten', 'Muuta tekstiä', 'Ret teksten', 'Change the text'],
  done: ['Skjul teksten', 'Dölj texten', 'Piilota teksti', 'Skjul teksten', 'Hide the text'],
  text: ['Tekst', 'Text', 'Teksti', 'Tekst', 'Text'],
  hint: [
    'Skriv [ for å velge et felt. Tom: standardteksten.',
    'Skriv [ för att välja ett fält. Tom: standardtexten.',
    'Valitse kenttä kirjoittamalla [. Tyhjä: vakioteksti.',
    'Skriv [ for at vælge et felt. Tom: standardteksten.',
    'Type [ to choose a field. Empty: the standard text.',
  ],
  more: ['Flere felt', 'Fler fält', 'Lisää kenttiä', 'Flere felter', 'More fields'],
} as const;
