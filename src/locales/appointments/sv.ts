import type { AppointmentMessages } from '../appointment-messages.js';

export const svAppointments: AppointmentMessages = {
  ownAppointments: 'Mina tider',
  listLoading: 'Dina tider är på väg.',
  comingHeading: 'Kommande',
  pastHeading: 'Tidigare och avbokade',
  showPast: (count) => `Visa ${count} tidigare och avbokade`,
  hidePast: 'Dölj tidigare och avbokade',
  noComing: 'Du har inga kommande tider.',
  bookNew: 'Boka ny tid',
  onlyThisNumber:
    'Du ser bara tider som är bokade och bekräftade med det här mobilnumret. Kliniken kan berätta om resten.',
  untitled: 'Bokad tid',
  stateComing: 'Bokad',
  statePast: 'Tidigare',
  stateCancelled: 'Avbokad',
  dateAndTime: (date, time) => `${date} kl.\u00a0${time}`,
  changeUntil: (what, when) =>
    `Kan ${{ move: 'ombokas', cancel: 'avbokas', both: 'ombokas eller avbokas' }[what]} fram till ${when}.`,
  cannotChange: (what, reason, when) => {
    const done = { move: 'ombokas', cancel: 'avbokas', both: 'ombokas eller avbokas' }[what];
    if (reason === 'deadline' && when) return `Kunde ${done} fram till ${when}.`;
    if (reason === 'deadline') return `Tiden kan inte längre ${done} här.`;
    if (reason === 'days') return 'Det finns inga fler dagar som tiden kan flyttas till här.';
    return `Den här tiden kan inte ${done} här.`;
  },

  moveAppointment: 'Omboka',
  moveHeading: 'Omboka tiden',
  presentTime: 'Tiden du har nu',
  oldTimeKept: 'Du behåller den tills du har bekräftat den nya.',
  moveRange: (from, to) => `Tiden kan flyttas till en dag från ${from} till ${to}.`,
  whoseTimes: 'Vems tider du vill se',
  allHere: (clinic) => `Alla på ${clinic}`,
  allEverywhere: 'Alla våra kliniker',
  backToList: 'Tillbaka till mina tider',
  moveReviewHeading: 'Stämmer det här?',
  fromTime: 'Från',
  toTime: 'Till',
  moveNow: 'Omboka tiden',
  movingNow: 'Ombokar …',
  otherTime: 'Välj en annan tid',
  movedHeading: 'Tiden är ombokad',
  movedSentence: (clinician, date, time, clinic) =>
    `Din nya tid hos ${clinician} på ${clinic} är ${date.replace(' ', 'en den ')} kl.\u00a0${time}. Välkommen!`,
  takenText: (hasOld, hasAlternatives) =>
    `${hasOld ? 'Du har kvar din gamla tid. ' : ''}${
      hasAlternatives ? 'Välj en av de här i stället:' : 'Välj en annan tid i stället:'
    }`,

  cancelAppointment: 'Avboka',
  cancelHeading: 'Vill du avboka tiden?',
  cancelText: 'Tiden blir ledig för andra direkt.',
  keepAppointment: 'Behåll tiden',
  cancelNow: 'Avboka tiden',
  cancellingNow: 'Avbokar …',
  cancelledNews: (which) => `Avbokad: ${which}`,

  recallHeading: 'Dags för undersökning',
  recallDue: (week, year, clinician, minutes) =>
    `Det är dags för din undersökning vecka ${week}${year ? ` ${year}` : ''}${
      clinician ? ` hos ${clinician}` : ''
    }, ${minutes} min.`,
  recallUntil: (date) => `Välj en dag senast ${date}.`,
  recallPast: (week, year) =>
    `Du skulle ha kommit på undersökning vecka ${week}${year ? ` ${year}` : ''}. Den kan inte bokas här, men kliniken hittar en tid åt dig.`,
  recallBooked: (when) => `Din undersökning är bokad: ${when}`,
  recallBookedHeading: 'Undersökningen är bokad',

  changedHeading: 'Dina tider har ändrats under tiden',
  changedText:
    'Tiden är ombokad eller avbokad, kanske av kliniken eller i ett annat fönster. Nedan ser du hur det är nu.',
  refusedHeading: 'Det går inte längre att göra här',
  lostHeading: 'Vi hittar inte den tiden',
  lostText: 'Den kan vara ombokad eller avbokad. Nedan ser du de tider du har.',
  loadFailedText: 'Dina tider är som förut. Försök igen eller ring kliniken.',
  changeFailedText:
    'Du kan tryggt försöka igen: du förlorar aldrig en tid du har och får aldrig två.',
};
