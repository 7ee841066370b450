import { calendarFile, type CalendarEvent } from '../domain/calendar-file.js';

/** Hands the patient a calendar file with one event (P-32); `name` comes without its ending. */
export function giveCalendarFile(name: string, event: CalendarEvent): void {
  const file = new Blob([calendarFile(event, Date.now())], { type: 'text/calendar;charset=utf-8' });
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = `${name}.ics`;
  link.click();
  // The browser takes the file up after the click; the address must outlive that, and nothing more.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** Opens the browser's print dialog for the page. */
export function printPage(): void {
  window.print();
}
