/** What went wrong with a call, with a way on. */
export const failureWords = {
  offline: ['Ingen nettforbindelse. Ingenting er tapt: prøv igjen når nettet er tilbake.', 'Ingen nätanslutning. Inget är förlorat: försök igen när nätet är tillbaka.', 'Ei verkkoyhteyttä. Mitään ei ole kadonnut: yritä uudelleen, kun yhteys palaa.', 'Ingen netforbindelse. Intet er tabt: prøv igen, når nettet er tilbage.', 'No connection. Nothing is lost: try again when it is back.'],
  unreachable: ['Vi når ikke tjenesten akkurat nå. Ingenting er tapt: prøv igjen om litt.', 'Vi når inte tjänsten just nu. Inget är förlorat: försök igen om en stund.', 'Palveluun ei juuri nyt saada yhteyttä. Mitään ei ole kadonnut: yritä hetken kuluttua.', 'Vi kan ikke nå tjenesten lige nu. Intet er tabt: prøv igen om lidt.', 'The service cannot be reached just now. Nothing is lost: try again in a moment.'],
  busy: ['Tjenesten har mye å gjøre. Prøv igjen om et øyeblikk.', 'Tjänsten har mycket att göra. Försök igen om ett ögonblick.', 'Palvelu on ruuhkautunut. Yritä hetken kuluttua uudelleen.', 'Tjenesten har travlt. Prøv igen om et øjeblik.', 'The service is busy. Try again in a moment.'],
  internal: ['Noe gikk galt hos oss. Ingenting er tapt: prøv igjen.', 'Något gick fel hos oss. Inget är förlorat: försök igen.', 'Meillä tapahtui virhe. Mitään ei ole kadonnut: yritä uudelleen.', 'Noget gik galt hos os. Intet er tabt: prøv igen.', 'Something went wrong on our side. Nothing is lost: try again.'],
  invalid: ['Noe må rettes. Se feltene nedenfor.', 'Något måste rättas. Se fälten nedan.', 'Jotain täytyy korjata. Katso kentät alla.', 'Noget skal rettes. Se felterne nedenfor.', 'Something has to be put right. See the fields below.'],
  'not-found': ['Dette finnes ikke lenger.', 'Detta finns inte längre.', 'Tätä ei enää ole.', 'Dette findes ikke længere.', 'This is not there any more.'],
  'not-allowed': ['Du har ikke lov til dette.', 'Du får inte göra detta.', 'Sinulla ei ole oikeutta tähän.', 'Det har du ikke lov til.', 'You may not do this.'],
  'rate-limited': ['For mange forsøk. Vent litt og prøv igjen.', 'För många försök. Vänta en stund och försök igen.', 'Liian monta yritystä. Odota hetki ja yritä uudelleen.', 'For mange forsøg. Vent lidt og prøv igen.', 'Too many attempts. Wait a little and try again.'],
  'code-wrong': ['Koden er feil. Se etter i e-posten og prøv igjen.', 'Koden är fel. Titta i e-posten och försök igen.', 'Koodi on väärä. Tarkista sähköpostista ja yritä uudelleen.', 'Koden er forkert. Se efter i e-mailen og prøv igen.', 'The code is wrong. Look at the e-mail and try again.'],
  'code-expired': ['Koden gjelder ikke lenger. Be om en ny.', 'Koden gäller inte längre. Be om en ny.', 'Koodi ei ole enää voimassa. Pyydä uusi.', 'Koden gælder ikke længere. Bed om en ny.', 'The code is no longer valid. Ask for a new one.'],
  'too-many-tries': ['For mange feil koder. Be om en ny.', 'För många fel koder. Be om en ny.', 'Liian monta väärää koodia. Pyydä uusi.', 'For mange forkerte koder. Bed om en ny.', 'Too many wrong codes. Ask for a new one.'],
  'body-too-large': ['Det er for stort til å lagres.', 'Det är för stort för att sparas.', 'Se on liian suuri tallennettavaksi.', 'Det er for stort til at blive gemt.', 'It is too large to be stored.'],
  other: ['Det gikk ikke. Ingenting er tapt: prøv igjen.', 'Det gick inte. Inget är förlorat: försök igen.', 'Se ei onnistunut. Mitään ei ole kadonnut: yritä uudelleen.', 'Det gik ikke. Intet er tabt: prøv igen.', 'It did not work. Nothing is lost: try again.'],
} as const;

/** What is wrong with a field, by the contract's codes. */
export const fieldProblemWords = {
  empty: ['Må fylles ut.', 'Måste fyllas i.', 'Tämä on täytettävä.', 'Skal udfyldes.', 'Has to be filled in.'],
  format: ['Ser ikke riktig ut.', 'Ser inte rätt ut.', 'Ei näytä oikealta.', 'Ser ikke rigtigt ud.', 'Does not look right.'],
  'too-long': ['Er for langt.', 'Är för långt.', 'On liian pitkä.', 'Er for langt.', 'Is too long.'],
  'too-large': ['Er for stort.', 'Är för stort.', 'On liian suuri.', 'Er for stort.', 'Is too large.'],
  'too-small': ['Er for lite.', 'Är för litet.', 'On liian pieni.', 'Er for lille.', 'Is too small.'],
  taken: ['Er i bruk fra før.', 'Används redan.', 'On jo käytössä.', 'Er allerede i brug.', 'Is in use already.'],
  unknown: ['Finnes ikke.', 'Finns inte.', 'Ei löydy.', 'Findes ikke.', 'Is not known.'],
  'in-use': ['Er i bruk og kan ikke fjernes.', 'Används och kan inte tas bort.', 'On käytössä eikä sitä voi poistaa.', 'Er i brug og kan ikke fjernes.', 'Is in use and cannot be removed.'],
  owner: ['Listen er ikke for denne.', 'Listan är inte för denna.', 'Luettelo ei ole tätä varten.', 'Listen er ikke til denne.', 'The list is not meant for this.'],
  https: ['Må begynne med https://.', 'Måste börja med https://.', 'Täytyy alkaa https://.', 'Skal begynde med https://.', 'Has to begin with https://.'],
  'unknown-field': ['Har et flettefelt som ikke finnes.', 'Har ett kopplingsfält som inte finns.', 'Sisältää tuntemattoman yhdistämiskentän.', 'Har et flettefelt, som ikke findes.', 'Has a merge field that does not exist.'],
  'last-owner': ['Den siste eieren må bli.', 'Den sista ägaren måste vara kvar.', 'Viimeisen omistajan on jäätävä.', 'Den sidste ejer skal blive.', 'The last owner has to stay.'],
  value: ['Kan ikke være slik.', 'Kan inte vara så.', 'Ei voi olla näin.', 'Kan ikke være sådan.', 'Cannot be like this.'],
} as const;
