import { calendarWords } from '../../words/calendar-words.js';

/** The day's list of patients. */
export const todayWords = {
  ...calendarWords,
  title: ['I dag', 'I dag', 'Tänään', 'I dag', 'Today'],
  otherDay: [
    'Dagens pasienter',
    'Dagens patienter',
    'Päivän potilaat',
    'Dagens patienter',
    "The day's patients",
  ],
  earlier: ['Dagen før', 'Dagen före', 'Edellinen päivä', 'Dagen før', 'The day before'],
  later: ['Dagen etter', 'Dagen efter', 'Seuraava päivä', 'Dagen efter', 'The day after'],
  search: ['Søk etter navn', 'Sök namn', 'Hae nimellä', 'Søg efter navn', 'Search by name'],
  print: ['Skriv ut', 'Skriv ut', 'Tulosta', 'Udskriv', 'Print'],
  count: [
    '{count} avtaler, {arrived} har kommet',
    '{count} bokningar, {arrived} har kommit',
    'Varauksia {count}, saapunut {arrived}',
    '{count} aftaler, {arrived} er kommet',
    '{count} appointments, {arrived} arrived',
  ],
  countOne: [
    'Én avtale, {arrived} har kommet',
    'En bokning, {arrived} har kommit',
    'Yksi varaus, saapunut {arrived}',
    'Én aftale, {arrived} er kommet',
    'One appointment, {arrived} arrived',
  ],
  none: [
    'Ingen avtaler denne dagen.',
    'Inga bokningar den här dagen.',
    'Ei varauksia tänä päivänä.',
    'Ingen aftaler denne dag.',
    'No appointments on this day.',
  ],
  noneFound: [
    'Ingen avtaler passer til valget.',
    'Inga bokningar passar valet.',
    'Valintaan ei sovi yksikään varaus.',
    'Ingen aftaler passer til valget.',
    'No appointments fit what is chosen.',
  ],
  markArrived: ['Har kommet', 'Har kommit', 'Saapunut', 'Er kommet', 'Has come'],
  arrivedAt: ['Kom {at}', 'Kom {at}', 'Saapui {at}', 'Kom {at}', 'Came {at}'],
  notArrived: ['Angre', 'Ångra', 'Kumoa', 'Fortryd', 'Undo'],
  cancelled: ['Avbestilt', 'Avbokad', 'Peruttu', 'Aflyst', 'Cancelled'],
  pending: [
    'Venter på kode',
    'Väntar på kod',
    'Odottaa koodia',
    'Venter på kode',
    'Waits for its code',
  ],
  sms: ['SMS', 'Sms', 'Tekstiviestit', 'Sms', 'SMS'],
  noPatient: ['Uten pasient', 'Utan patient', 'Ilman potilasta', 'Uden patient', 'No patient'],
} as const;
