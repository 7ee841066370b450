/** Choosing a preblock for a clinician, of those on the list in force. */
export const preblockChoiceWords = {
  hidden: [
    'Ikke på behandlerens liste: {count}. Det som ikke er på listen, tilbys ikke på nett.',
    'Inte på behandlarens lista: {count}. Det som inte är på listan erbjuds inte på nätet.',
    'Ei hoitohenkilön luettelossa: {count}. Luettelon ulkopuolisia ei tarjota verkossa.',
    'Ikke på behandlerens liste: {count}. Det, der ikke er på listen, tilbydes ikke online.',
    "Not on the clinician's list: {count}. What is not on the list is not offered online.",
  ],
  noneListed: [
    'Behandlerens liste er tom.',
    'Behandlarens lista är tom.',
    'Hoitohenkilön luettelo on tyhjä.',
    'Behandlerens liste er tom.',
    "The clinician's list is empty.",
  ],
  showAll: ['Vis alle', 'Visa alla', 'Näytä kaikki', 'Vis alle', 'Show all'],
} as const;
