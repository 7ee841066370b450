/** A treatment's name as patients see it (P-46): without the leading "- " that marks online bookings in the timebook. */
export function treatmentName(name: string): string {
  return name.replace(/^\s*[-–]\s+/, '').trim();
}
