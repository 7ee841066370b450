import type { Language } from '../../contract/index.js';

interface DialogWords {
  /** Name of the dialog, for screen readers. */
  readonly name: string;
  readonly close: string;
  readonly loading: string;
  readonly question: string;
  readonly lost: string;
  readonly stay: string;
  readonly leave: string;
  readonly failed: string;
  readonly again: string;
}

/** What the dialog around the booking says; everything else is the widget's. */
export const dialogWords: Readonly<Record<Language, DialogWords>> = {
  nb: {
    name: 'Timebestilling',
    close: 'Lukk',
    loading: 'Henter timebestillingen …',
    question: 'Vil du lukke timebestillingen?',
    lost: 'Det du har fylt ut, går tapt, og tiden holdes ikke lenger av til deg.',
    stay: 'Fortsett bestillingen',
    leave: 'Lukk',
    failed:
      'Timebestillingen kan ikke åpnes akkurat nå. Sjekk nettforbindelsen, eller ring klinikken.',
    again: 'Prøv igjen',
  },
  sv: {
    name: 'Tidsbokning',
    close: 'Stäng',
    loading: 'Hämtar tidsbokningen …',
    question: 'Vill du stänga tidsbokningen?',
    lost: 'Det du har fyllt i går förlorat, och tiden hålls inte längre åt dig.',
    stay: 'Fortsätt boka',
    leave: 'Stäng',
    failed: 'Tidsbokningen kan inte öppnas just nu. Kontrollera anslutningen eller ring kliniken.',
    again: 'Försök igen',
  },
  fi: {
    name: 'Ajanvaraus',
    close: 'Sulje',
    loading: 'Ladataan ajanvarausta…',
    question: 'Suljetaanko ajanvaraus?',
    lost: 'Täyttämäsi tiedot menetetään, eikä aikaa enää pidetä sinulle varattuna.',
    stay: 'Jatka varaamista',
    leave: 'Sulje',
    failed: 'Ajanvarausta ei juuri nyt voi avata. Tarkista verkkoyhteys tai soita vastaanotolle.',
    again: 'Yritä uudelleen',
  },
  da: {
    name: 'Tidsbestilling',
    close: 'Luk',
    loading: 'Henter tidsbestillingen …',
    question: 'Vil du lukke tidsbestillingen?',
    lost: 'Det, du har udfyldt, går tabt, og tiden holdes ikke længere til dig.',
    stay: 'Fortsæt bestillingen',
    leave: 'Luk',
    failed: 'Tidsbestillingen kan ikke åbnes lige nu. Tjek forbindelsen, eller ring til klinikken.',
    again: 'Prøv igen',
  },
  en: {
    name: 'Booking',
    close: 'Close',
    loading: 'Loading the booking…',
    question: 'Close the booking?',
    lost: 'What you have filled in will be lost, and the time is no longer kept for you.',
    stay: 'Go on booking',
    leave: 'Close',
    failed: 'The booking cannot be opened just now. Check your connection, or call the clinic.',
    again: 'Try again',
  },
};
