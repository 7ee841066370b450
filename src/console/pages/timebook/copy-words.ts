/** Copying part of the timebook. */
export const copyWords = {
  firstDay: ['Fra og med', 'Från och med', 'Ensimmäinen päivä', 'Fra og med', 'From'],
  lastDay: ['Til og med', 'Till och med', 'Viimeinen päivä', 'Til og med', 'To'],
  whereTo: ['Kopier til', 'Kopiera till', 'Kopioi', 'Kopiér til', 'Copy to'],
  toLater: ['senere uker', 'senare veckor', 'myöhemmille viikoille', 'senere uger', 'later weeks'],
  toOthers: [
    'andre behandlere, samme datoer',
    'andra behandlare, samma datum',
    'muille, samoille päiville',
    'andre behandlere, samme datoer',
    'other clinicians, the same dates',
  ],
  source: ['Kopier fra', 'Kopiera från', 'Kopioi kalenterista', 'Kopiér fra', 'Copy from'],
  targets: ['Kopier til', 'Kopiera till', 'Kopioi kalenteriin', 'Kopiér til', 'Copy to'],
} as const;
