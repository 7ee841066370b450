/** What is said where two people change the same in the timebook. */
export const clashWords = {
  changedBy: [
    '{name} endret dette {at}.',
    '{name} ändrade detta {at}.',
    '{name} muutti tätä {at}.',
    '{name} ændrede dette {at}.',
    '{name} changed this {at}.',
  ],
  removedBy: [
    '{name} slettet dette {at}.',
    '{name} tog bort detta {at}.',
    '{name} poisti tämän {at}.',
    '{name} slettede dette {at}.',
    '{name} deleted this {at}.',
  ],
  cancelledBy: [
    '{name} avbestilte timen {at}.',
    '{name} avbokade tiden {at}.',
    '{name} perui ajan {at}.',
    '{name} aflyste tiden {at}.',
    '{name} cancelled the appointment {at}.',
  ],
  changed: [
    'Dette er endret av andre i mellomtiden.',
    'Detta har ändrats av någon annan under tiden.',
    'Joku muu on muuttanut tätä sillä välin.',
    'Dette er ændret af andre i mellemtiden.',
    'Somebody else has changed this meanwhile.',
  ],
  removed: [
    'Dette er slettet av andre i mellomtiden.',
    'Detta har tagits bort av någon annan under tiden.',
    'Joku muu on poistanut tämän sillä välin.',
    'Dette er slettet af andre i mellemtiden.',
    'Somebody else has deleted this meanwhile.',
  ],
  patient: ['Pasienten', 'Patienten', 'Potilas', 'Patienten', 'The patient'],
  now: ['Nå: {what}.', 'Nu: {what}.', 'Nyt: {what}.', 'Nu: {what}.', 'Now: {what}.'],
  lookAgain: [
    'Ingenting er lagret ennå. Se over feltene og trykk på nytt.',
    'Inget har sparats än. Se över fälten och tryck igen.',
    'Mitään ei ole vielä tallennettu. Tarkista kentät ja paina uudelleen.',
    'Intet er gemt endnu. Se felterne igennem og tryk igen.',
    'Nothing is saved yet. Look over the fields and press again.',
  ],
  takeMine: [
    'Bruk det jeg skrev',
    'Använd det jag skrev',
    'Käytä omia arvojani',
    'Brug det, jeg skrev',
    'Use what I entered',
  ],
} as const;
