import type { AppointmentMessages } from '../appointment-messages.js';
import { onFinnishDate } from '../finnish-date.js';

export const fiAppointments: AppointmentMessages = {
  ownAppointments: 'Omat ajat',
  listLoading: 'Aikojasi haetaan.',
  comingHeading: 'Tulevat',
  pastHeading: 'Menneet ja perutut',
  showPast: (count) => `Näytä menneet ja perutut (${count})`,
  hidePast: 'Piilota menneet ja perutut',
  noComing: 'Sinulla ei ole tulevia aikoja.',
  bookNew: 'Varaa uusi aika',
  onlyThisNumber:
    'Näet vain ajat, jotka on varattu ja vahvistettu tällä matkapuhelinnumerolla. Muista ajoista saat tietoa vastaanotolta.',
  untitled: 'Varattu aika',
  stateComing: 'Varattu',
  statePast: 'Mennyt',
  stateCancelled: 'Peruttu',
  dateAndTime: (date, time) => `${date} klo\u00a0${time}`,
  changeUntil: (what, when) =>
    `Voit ${{ move: 'siirtää ajan', cancel: 'peruuttaa ajan', both: 'siirtää tai peruuttaa ajan' }[what]} viimeistään: ${when}.`,
  cannotChange: (what, reason, when) => {
    const done = { move: 'siirtää', cancel: 'peruuttaa', both: 'siirtää tai peruuttaa' }[what];
    if (reason === 'deadline' && when) return `Ajan saattoi ${done} viimeistään: ${when}.`;
    if (reason === 'deadline') return `Aikaa ei voi enää ${done} täällä.`;
    if (reason === 'days') return 'Ei ole enää päiviä, joille ajan voisi siirtää täällä.';
    return `Tätä aikaa ei voi ${done} täällä.`;
  },

  moveAppointment: 'Siirrä',
  moveHeading: 'Siirrä aika',
  presentTime: 'Nykyinen aikasi',
  oldTimeKept: 'Se on sinun siihen asti, kun vahvistat uuden.',
  moveRange: (from, to) => `Ajan voi siirtää näiden päivien välille: ${from} – ${to}.`,
  whoseTimes: 'Kenen ajat näytetään',
  allHere: (clinic) => `Kaikki hoitohenkilöt: ${clinic}`,
  allEverywhere: 'Kaikki vastaanotot',
  backToList: 'Takaisin omiin aikoihin',
  moveReviewHeading: 'Onko tämä oikein?',
  fromTime: 'Nykyinen',
  toTime: 'Uusi',
  moveNow: 'Siirrä aika',
  movingNow: 'Siirretään …',
  otherTime: 'Valitse toinen aika',
  movedHeading: 'Aika on siirretty',
  movedSentence: (clinician, date, time, clinic) =>
    `Uusi aikasi on ${onFinnishDate(date)} klo\u00a0${time}. Hoitohenkilö: ${clinician}. Paikka: ${clinic}.`,
  takenText: (hasOld, hasAlternatives) =>
    `${hasOld ? 'Vanha aikasi on yhä sinun. ' : ''}${
      hasAlternatives ? 'Valitse jokin näistä:' : 'Valitse toinen aika:'
    }`,

  cancelAppointment: 'Peruuta aika',
  cancelHeading: 'Haluatko peruuttaa ajan?',
  cancelText: 'Aika vapautuu heti muille.',
  keepAppointment: 'Pidä aika',
  cancelNow: 'Peruuta aika',
  cancellingNow: 'Peruutetaan …',
  cancelledNews: (which) => `Peruttu: ${which}`,

  recallHeading: 'Tarkastuksen aika',
  recallDue: (week, year, clinician, minutes) =>
    `On aika tulla tarkastukseen viikolla ${week}${year ? `/${year}` : ''}. ${
      clinician ? `Hoitohenkilö: ${clinician}. ` : ''
    }Kesto: ${minutes} min.`,
  recallUntil: (date) => `Valitse päivä, viimeistään ${date}.`,
  recallPast: (week, year) =>
    `Tarkastuksesi oli määrä olla viikolla ${week}${year ? `/${year}` : ''}. Sitä ei voi varata täällä, mutta vastaanotto löytää sinulle ajan.`,
  recallBooked: (when) => `Tarkastuksesi on varattu: ${when}`,
  recallBookedHeading: 'Tarkastus on varattu',

  changedHeading: 'Aikasi ovat tällä välin muuttuneet',
  changedText:
    'Aika on siirretty tai peruttu, ehkä vastaanotolla tai toisessa ikkunassa. Alla näet, mikä tilanne on nyt.',
  refusedHeading: 'Tätä ei voi enää tehdä täällä',
  lostHeading: 'Tätä aikaa ei löydy',
  lostText: 'Se on voitu siirtää tai peruuttaa. Alla näet aikasi.',
  loadFailedText: 'Aikasi ovat ennallaan. Yritä uudelleen tai soita vastaanotolle.',
  changeFailedText: 'Voit huoletta yrittää uudelleen: et menetä aikaasi etkä koskaan saa kahta.',
};
