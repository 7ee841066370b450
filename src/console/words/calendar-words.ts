/** What every page with a calendar asks: when, where and whose. */
export const calendarWords = {
  today: ['I dag', 'I dag', 'Tänään', 'I dag', 'Today'],
  goTo: ['Gå til dato', 'Gå till datum', 'Siirry päivään', 'Gå til dato', 'Go to date'],
  clinic: ['Klinikk', 'Klinik', 'Klinikka', 'Klinik', 'Clinic'],
  allClinics: [
    'Alle klinikker',
    'Alla kliniker',
    'Kaikki klinikat',
    'Alle klinikker',
    'All clinics',
  ],
  clinician: ['Behandler', 'Behandlare', 'Hoitohenkilö', 'Behandler', 'Clinician'],
  allClinicians: [
    'Alle behandlere',
    'Alla behandlare',
    'Kaikki hoitohenkilöt',
    'Alle behandlere',
    'All clinicians',
  ],
} as const;
