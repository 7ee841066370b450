/** The public events and their fields, as docs/events.md documents them; all that the account's script is told (P-41). */
export const publicEvents = {
  'opus-step-change': ['step'],
  'opus-selection-change': ['chosen', 'clinic', 'clinician'],
  'opus-hold': ['isHeld', 'expiresIn'],
  'opus-booked': ['clinic', 'clinician'],
  'opus-login': [],
  'opus-view-change': ['view'],
  'opus-moved': ['clinic', 'clinician'],
  'opus-cancelled': ['clinic', 'clinician'],
  'opus-error': ['kind'],
};
