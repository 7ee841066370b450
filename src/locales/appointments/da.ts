import type { AppointmentMessages } from '../appointment-messages.js';

export const daAppointments: AppointmentMessages = {
  ownAppointments: 'Mine aftaler',
  listLoading: 'Dine aftaler er på vej.',
  comingHeading: 'Kommende',
  pastHeading: 'Tidligere og aflyste',
  showPast: (count) => `Vis ${count} tidligere og aflyste`,
  hidePast: 'Skjul tidligere og aflyste',
  noComing: 'Du har ingen kommende aftaler.',
  bookNew: 'Book en ny tid',
  onlyThisNumber:
    'Du ser kun aftaler, der er booket og bekræftet med dette mobilnummer. Klinikken kan fortælle dig om resten.',
  untitled: 'Aftale',
  stateComing: 'Booket',
  statePast: 'Tidligere',
  stateCancelled: 'Aflyst',
  dateAndTime: (date, time) => `${date} kl.\u00a0${time}`,
  changeUntil: (what, when) =>
    `Kan ${{ move: 'flyttes', cancel: 'aflyses', both: 'flyttes eller aflyses' }[what]} indtil ${when}.`,
  cannotChange: (what, reason, when) => {
    const done = { move: 'flyttes', cancel: 'aflyses', both: 'flyttes eller aflyses' }[what];
    if (reason === 'deadline' && when) return `Kunne ${done} indtil ${when}.`;
    if (reason === 'deadline') return `Aftalen kan ikke længere ${done} her.`;
    if (reason === 'days') return 'Der er ikke flere dage, som aftalen kan flyttes til her.';
    return `Denne aftale kan ikke ${done} her.`;
  },

  moveAppointment: 'Flyt',
  moveHeading: 'Flyt aftalen',
  presentTime: 'Tiden, du har nu',
  oldTimeKept: 'Du beholder den, indtil du har bekræftet den nye.',
  moveRange: (from, to) => `Aftalen kan flyttes til en dag fra ${from} til ${to}.`,
  whoseTimes: 'Hvis tider du vil se',
  allHere: (clinic) => `Alle hos ${clinic}`,
  allEverywhere: 'Alle vores klinikker',
  backToList: 'Tilbage til mine aftaler',
  moveReviewHeading: 'Er det rigtigt?',
  fromTime: 'Fra',
  toTime: 'Til',
  moveNow: 'Flyt aftalen',
  movingNow: 'Flytter …',
  otherTime: 'Vælg en anden tid',
  movedHeading: 'Aftalen er flyttet',
  movedSentence: (clinician, date, time, clinic) =>
    `Din nye tid hos ${clinician} er ${date} kl.\u00a0${time} på ${clinic}.`,
  takenText: (hasOld, hasAlternatives) =>
    `${hasOld ? 'Du har stadig din gamle tid. ' : ''}${
      hasAlternatives ? 'Vælg en af disse i stedet:' : 'Vælg en anden tid i stedet:'
    }`,

  cancelAppointment: 'Meld afbud',
  cancelHeading: 'Vil du melde afbud?',
  cancelText: 'Tiden bliver ledig for andre med det samme.',
  keepAppointment: 'Behold aftalen',
  cancelNow: 'Meld afbud',
  cancellingNow: 'Melder afbud …',
  cancelledNews: (which) => `Aflyst: ${which}`,

  recallHeading: 'Tid til kontrol',
  recallDue: (week, year, clinician, minutes) =>
    `Du skal til kontrol i uge ${week}${year ? ` i ${year}` : ''}${
      clinician ? ` hos ${clinician}` : ''
    }, ${minutes} min.`,
  recallUntil: (date) => `Vælg en dag senest ${date}.`,
  recallPast: (week, year) =>
    `Du skulle have været til kontrol i uge ${week}${year ? ` i ${year}` : ''}. Den kan ikke bookes her, men klinikken finder en tid til dig.`,
  recallBooked: (when) => `Din kontrol er booket: ${when}`,
  recallBookedHeading: 'Kontrollen er booket',

  changedHeading: 'Dine aftaler er ændret i mellemtiden',
  changedText:
    'Aftalen er flyttet eller aflyst, måske af klinikken eller i et andet vindue. Nedenfor ser du, hvordan det er nu.',
  refusedHeading: 'Det kan ikke længere gøres her',
  lostHeading: 'Vi finder ikke den aftale',
  lostText: 'Den kan være flyttet eller aflyst. Nedenfor ser du de aftaler, du har.',
  loadFailedText: 'Dine aftaler er, som de var. Prøv igen, eller ring til klinikken.',
  changeFailedText: 'Du kan trygt prøve igen: Du mister aldrig en tid, du har, og får aldrig to.',
};
