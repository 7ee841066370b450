/** Choosing a patient on file. */
export const patientChoiceWords = {
  patient: ['Pasient', 'Patient', 'Potilas', 'Patient', 'Patient'],
  searchPatient: [
    'Søk etter navn, mobil eller fødselsnummer',
    'Sök namn, mobil eller personnummer',
    'Hae nimellä, puhelimella tai henkilötunnuksella',
    'Søg navn, mobil eller CPR-nummer',
    'Search by name, mobile or national ID',
  ],
  choosePatient: ['Velg {name}', 'Välj {name}', 'Valitse {name}', 'Vælg {name}', 'Choose {name}'],
  otherPatient: [
    'Velg en annen',
    'Välj en annan',
    'Valitse toinen',
    'Vælg en anden',
    'Choose another',
  ],
  newPatient: ['Ny pasient', 'Ny patient', 'Uusi potilas', 'Ny patient', 'New patient'],
  nobodyFound: [
    'Ingen funnet.',
    'Ingen hittades.',
    'Ketään ei löytynyt.',
    'Ingen fundet.',
    'Nobody found.',
  ],
} as const;
