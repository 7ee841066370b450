import type { Language } from '../contract/index.js';
import { intlTag } from './date-words.js';

/** Words of the search in a long list of clinics; in a set of their own, since only large chains need them. */
export interface ClinicSearchWords {
  label: string;
  /** "60 clinics". */
  all: (clinics: number) => string;
  /** "12 of 60 clinics". */
  found: (found: number, clinics: number) => string;
  /** No clinic was found, and what else to try. */
  none: (query: string) => string;
  /** No clinic has that postcode, and the nearest are shown. */
  near: (query: string) => string;
  /** Nothing is spelled like that, and what is shown is nearly. */
  alike: (query: string) => string;
  noneHelp: string;
  showAll: string;
  /** The button that sorts by distance. */
  nearest: string;
  asking: string;
  /** Announced when the list has been sorted. */
  sorted: string;
  refused: string;
  unavailable: string;
  timeout: string;
  /** "2.4 km away"; `distance` is "2.4 km". */
  away: (distance: string) => string;
}

/** The words in each language. */
export const clinicSearchWords: Readonly<Record<Language, ClinicSearchWords>> = {
  nb: {
    label: 'Klinikk, sted eller postnummer',
    all: (clinics) => `${clinics} klinikker`,
    found: (found, clinics) => `${found} av ${clinics} klinikker`,
    none: (query) => `Vi fant ingen klinikk for «${query}»`,
    near: (query) => `Ingen klinikk i ${query}. De nærmeste:`,
    alike: (query) => `Ingen klinikk for «${query}». Mente du:`,
    noneHelp: 'Prøv et sted i nærheten, eller begynnelsen av postnummeret.',
    showAll: 'Vis alle klinikker',
    nearest: 'Nærmest meg',
    asking: 'Finner ut hvor du er …',
    sorted: 'nærmeste først',
    refused:
      'Nettleseren fikk ikke lov til å si hvor du er. Du kan tillate det i innstillingene for siden, eller søke på et sted.',
    unavailable: 'Nettleseren vet ikke hvor du er. Søk på et sted i stedet.',
    timeout: 'Det tok for lang tid å finne ut hvor du er. Prøv igjen, eller søk på et sted.',
    away: (distance) => `${distance} unna`,
  },
  sv: {
    label: 'Klinik, ort eller postnummer',
    all: (clinics) => `${clinics} kliniker`,
    found: (found, clinics) => `${found} av ${clinics} kliniker`,
    none: (query) => `Vi hittade ingen klinik för ”${query}”`,
    near: (query) => `Ingen klinik i ${query}. De närmaste:`,
    alike: (query) => `Ingen klinik för ”${query}”. Menade du:`,
    noneHelp: 'Pröva en ort i närheten eller början av postnumret.',
    showAll: 'Visa alla kliniker',
    nearest: 'Närmast mig',
    asking: 'Tar reda på var du är …',
    sorted: 'närmaste först',
    refused:
      'Webbläsaren fick inte berätta var du är. Du kan tillåta det i inställningarna för sidan eller söka på en ort.',
    unavailable: 'Webbläsaren vet inte var du är. Sök på en ort i stället.',
    timeout: 'Det tog för lång tid att ta reda på var du är. Försök igen eller sök på en ort.',
    away: (distance) => `${distance} bort`,
  },
  fi: {
    label: 'Vastaanotto tai paikkakunta',
    all: (clinics) => `${clinics} vastaanottoa`,
    found: (found, clinics) => `${found}/${clinics} vastaanottoa`,
    none: (query) => `Haulla ”${query}” ei löytynyt vastaanottoa`,
    near: (query) => `Ei vastaanottoa postinumerossa ${query}. Lähimmät:`,
    alike: (query) => `Ei vastaanottoa haulla ”${query}”. Tarkoititko:`,
    noneHelp: 'Kokeile lähellä olevaa paikkakuntaa tai postinumeron alkua.',
    showAll: 'Näytä kaikki vastaanotot',
    nearest: 'Lähimmät',
    asking: 'Haetaan sijaintiasi …',
    sorted: 'lähin ensin',
    refused:
      'Selain ei saanut kertoa sijaintiasi. Voit sallia sen sivun asetuksista tai hakea paikkakunnalla.',
    unavailable: 'Selain ei tiedä sijaintiasi. Hae paikkakunnalla.',
    timeout: 'Sijaintisi hakeminen kesti liian kauan. Yritä uudelleen tai hae paikkakunnalla.',
    away: (distance) => `etäisyys ${distance}`,
  },
  da: {
    label: 'Klinik, by eller postnummer',
    all: (clinics) => `${clinics} klinikker`,
    found: (found, clinics) => `${found} af ${clinics} klinikker`,
    none: (query) => `Vi fandt ingen klinik for »${query}«`,
    near: (query) => `Ingen klinik i ${query}. De nærmeste:`,
    alike: (query) => `Ingen klinik for »${query}«. Mente du:`,
    noneHelp: 'Prøv en by i nærheden eller begyndelsen af postnummeret.',
    showAll: 'Vis alle klinikker',
    nearest: 'Nærmest mig',
    asking: 'Finder ud af, hvor du er …',
    sorted: 'nærmeste først',
    refused:
      'Browseren måtte ikke fortælle, hvor du er. Du kan tillade det i sidens indstillinger eller søge på en by.',
    unavailable: 'Browseren ved ikke, hvor du er. Søg på en by i stedet.',
    timeout: 'Det tog for lang tid at finde ud af, hvor du er. Prøv igen, eller søg på en by.',
    away: (distance) => `${distance} væk`,
  },
  en: {
    label: 'Clinic, place or postcode',
    all: (clinics) => `${clinics} clinics`,
    found: (found, clinics) => `${found} of ${clinics} clinics`,
    none: (query) => `No clinic found for “${query}”`,
    near: (query) => `No clinic in ${query}. The nearest:`,
    alike: (query) => `No clinic for “${query}”. Did you mean:`,
    noneHelp: 'Try a place nearby, or the beginning of the postcode.',
    showAll: 'Show all clinics',
    nearest: 'Nearest to me',
    asking: 'Finding out where you are …',
    sorted: 'nearest first',
    refused:
      'Your browser was not allowed to say where you are. You can allow it in the settings for this page, or search for a place.',
    unavailable: 'Your browser does not know where you are. Search for a place instead.',
    timeout: 'It took too long to find out where you are. Try again, or search for a place.',
    away: (distance) => `${distance} away`,
  },
};

/** "2,4 km unna": a distance in kilometres as each language writes it, with a decimal below ten. */
export function distanceWords(language: Language, kilometres: number): string {
  const format = new Intl.NumberFormat(intlTag(language), {
    style: 'unit',
    unit: 'kilometer',
    maximumFractionDigits: kilometres < 9.95 ? 1 : 0,
  });
  return clinicSearchWords[language].away(format.format(Math.max(0.1, kilometres)));
}
