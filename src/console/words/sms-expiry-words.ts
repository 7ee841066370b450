/** Until when an SMS is of use, and what is wrong with that, by the code of the service (M-09). */
export const smsExpiryWords = {
  expires: ['Utgår', 'Utgår', 'Vanhenee', 'Udløber', 'Expires'],
  expiresDate: ['Utgår dato', 'Utgår datum', 'Vanhenemispäivä', 'Udløber dato', 'Expiry date'],
  expiresTime: [
    'Utgår klokken',
    'Utgår klockan',
    'Vanhenee kello',
    'Udløber klokken',
    'Expiry time',
  ],
  hint: [
    'Er den ikke sendt innen da, sendes den ikke.',
    'Har det inte skickats då, skickas det inte.',
    'Jos viesti ei ole lähtenyt siihen mennessä, sitä ei lähetetä.',
    'Er den ikke sendt inden da, sendes den ikke.',
    'If it has not been sent by then, it will not be sent.',
  ],
  usual: [
    'Tomt felt: tre døgn etter at den sendes.',
    'Tomt fält: tre dygn efter att det skickas.',
    'Tyhjä kenttä: kolmen vuorokauden kuluttua lähetyksestä.',
    'Tomt felt: tre døgn efter at den sendes.',
    'Empty: three days after it is sent.',
  ],
  usualOfPlanned: [
    'Tomt felt: når timen begynner, og for takk et døgn etter at den sendes.',
    'Tomt fält: när tiden börjar, och för tack ett dygn efter att det skickas.',
    'Tyhjä kenttä: kun aika alkaa, ja kiitosviesti vuorokauden kuluttua lähetyksestä.',
    'Tomt felt: når tiden begynder, og for tak et døgn efter at den sendes.',
    'Empty: when the appointment begins, and for thanks a day after they are sent.',
  ],
  'not-after': [
    'Må være etter at meldingen sendes.',
    'Måste vara efter att meddelandet skickas.',
    'Viestin on vanhennuttava vasta lähetyksen jälkeen.',
    'Skal være efter at beskeden sendes.',
    'Has to be after the message is sent.',
  ],
  'too-long': [
    'Kan være høyst 31 dager etter at meldingen sendes.',
    'Får vara högst 31 dagar efter att meddelandet skickas.',
    'Voi olla enintään 31 päivää lähetyksen jälkeen.',
    'Kan højst være 31 dage efter at beskeden sendes.',
    'Can be at most 31 days after the message is sent.',
  ],
  'after-start': [
    'En påminnelse må utgå senest når timen begynner.',
    'En påminnelse måste utgå senast när tiden börjar.',
    'Muistutuksen on vanhennuttava viimeistään ajan alkaessa.',
    'En påmindelse skal udløbe senest når tiden begynder.',
    'A reminder has to expire at the start of the appointment at the latest.',
  ],
} as const;

/** The words of a problem with an expiry; undefined: it is another one. */
export function expiryProblem(
  code: string,
  words: Readonly<Record<keyof typeof smsExpiryWords, string>>,
): string | undefined {
  return code === 'not-after' || code === 'too-long' || code === 'after-start'
    ? words[code]
    : undefined;
}
