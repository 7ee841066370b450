/** The question that stands wherever no time is shown. */
export const whyLinkWords = {
  why: [
    'Hvorfor er det ingen ledig tid?',
    'Varför finns det ingen ledig tid?',
    'Miksi vapaata aikaa ei ole?',
    'Hvorfor er der ingen ledig tid?',
    'Why is there no free time?',
  ],
} as const;
