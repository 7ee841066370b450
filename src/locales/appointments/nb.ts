import type { AppointmentMessages } from '../appointment-messages.js';

export const nbAppointments: AppointmentMessages = {
  ownAppointments: 'Mine timer',
  listLoading: 'Timene dine er på vei.',
  comingHeading: 'Kommende',
  pastHeading: 'Tidligere og avbestilte',
  showPast: (count) => `Vis ${count} tidligere og avbestilte`,
  hidePast: 'Skjul tidligere og avbestilte',
  noComing: 'Du har ingen kommende timer.',
  bookNew: 'Bestill ny time',
  onlyThisNumber:
    'Du ser bare timer som er bestilt og bekreftet med dette mobilnummeret. Klinikken kan fortelle deg om resten.',
  untitled: 'Time',
  stateComing: 'Bestilt',
  statePast: 'Tidligere',
  stateCancelled: 'Avbestilt',
  dateAndTime: (date, time) => `${date} kl.\u00a0${time}`,
  changeUntil: (what, when) =>
    `Kan ${{ move: 'flyttes', cancel: 'avbestilles', both: 'flyttes eller avbestilles' }[what]} fram til ${when}.`,
  cannotChange: (what, reason, when) => {
    const done = { move: 'flyttes', cancel: 'avbestilles', both: 'flyttes eller avbestilles' }[
      what
    ];
    if (reason === 'deadline' && when) return `Kunne ${done} fram til ${when}.`;
    if (reason === 'deadline') return `Timen kan ikke ${done} her lenger.`;
    if (reason === 'days') return 'Det er ingen flere dager som timen kan flyttes til her.';
    return `Denne timen kan ikke ${done} her.`;
  },

  moveAppointment: 'Flytt time',
  moveHeading: 'Flytt time',
  presentTime: 'Tiden du har nå',
  oldTimeKept: 'Du beholder den til du har bekreftet den nye.',
  moveRange: (from, to) => `Timen kan flyttes til en dag fra ${from} til ${to}.`,
  whoseTimes: 'Hvem du vil se tider hos',
  allHere: (clinic) => `Alle på ${clinic}`,
  allEverywhere: 'Alle klinikkene våre',
  backToList: 'Tilbake til mine timer',
  moveReviewHeading: 'Stemmer dette?',
  fromTime: 'Fra',
  toTime: 'Til',
  moveNow: 'Flytt timen',
  movingNow: 'Flytter …',
  otherTime: 'Velg en annen tid',
  movedHeading: 'Timen er flyttet',
  movedSentence: (clinician, date, time, clinic) =>
    `Den nye timen din hos ${clinician} er ${date.replace(' ', ' den ')} klokka ${time} på ${clinic}.`,
  takenText: (hasOld, hasAlternatives) =>
    `${hasOld ? 'Du har fortsatt den gamle timen. ' : ''}${
      hasAlternatives ? 'Velg en av disse i stedet:' : 'Velg en annen tid i stedet:'
    }`,

  cancelAppointment: 'Avbestill',
  cancelHeading: 'Vil du avbestille timen?',
  cancelText: 'Tiden blir ledig for andre med en gang.',
  keepAppointment: 'Behold timen',
  cancelNow: 'Avbestill timen',
  cancellingNow: 'Avbestiller …',
  cancelledNews: (which) => `Avbestilt: ${which}`,

  recallHeading: 'Tid for kontroll',
  recallDue: (week, year, clinician, minutes) =>
    `Du skal til kontroll i uke ${week}${year ? ` i ${year}` : ''}${
      clinician ? ` hos ${clinician}` : ''
    }, ${minutes} min.`,
  recallUntil: (date) => `Velg en dag senest ${date}.`,
  recallPast: (week, year) =>
    `Du skulle til kontroll i uke ${week}${year ? ` i ${year}` : ''}. Den kan ikke bestilles her, men klinikken finner en time til deg.`,
  recallBooked: (when) => `Kontrollen din er bestilt: ${when}`,
  recallBookedHeading: 'Kontrollen er bestilt',

  changedHeading: 'Timene dine er endret i mellomtiden',
  changedText:
    'Timen er flyttet eller avbestilt, kanskje av klinikken eller i et annet vindu. Nedenfor ser du hvordan det er nå.',
  refusedHeading: 'Det går ikke lenger an her',
  lostHeading: 'Vi finner ikke den timen',
  lostText: 'Den kan være flyttet eller avbestilt. Nedenfor ser du timene du har.',
  loadFailedText: 'Timene dine er som før. Prøv igjen, eller ring klinikken.',
  changeFailedText: 'Det er trygt å prøve igjen: du mister aldri en time du har, og får aldri to.',
};
