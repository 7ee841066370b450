/** A template's name as patients see it (P-46): without the leading "- " that marks online bookings in the timebook. */
export function toPatientName(templateName: string): string {
  return templateName.replace(/^\s*[-–]\s+/, '').trim();
}
