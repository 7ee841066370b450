/** Putting a patient on file from the window of an appointment. */
export const newPatientWords = {
  addPatient: [
    'Legg til pasienten',
    'Lägg till patienten',
    'Lisää potilas',
    'Tilføj patienten',
    'Add the patient',
  ],
  searchInstead: [
    'Søk i stedet',
    'Sök i stället',
    'Hae sen sijaan',
    'Søg i stedet',
    'Search instead',
  ],
} as const;
