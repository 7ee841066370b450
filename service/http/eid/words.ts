import type { Language } from '../../../src/contract/index.js';

/** Texts of the pages in the window of an e-ID login. */
export interface EidWords {
  title: string;
  goingOn: (provider: string) => string;
  /** The window was not opened by the clinic's page. */
  noOpener: string;
  done: string;
  cancelled: string;
  failed: string;
  /** The login is over, or was begun in another browser. */
  refused: string;
}

/** The texts in each language. */
export const eidWords: Readonly<Record<Language, EidWords>> = {
  nb: {
    title: 'Logg inn',
    goingOn: (provider) => `Sender deg videre til ${provider} …`,
    noOpener: 'Denne siden må åpnes fra klinikkens side. Gå dit og velg «Logg inn» på nytt.',
    done: 'Du er logget inn. Du kan lukke dette vinduet.',
    cancelled: 'Innloggingen ble avbrutt. Du kan lukke dette vinduet.',
    failed: 'Innloggingen lyktes ikke. Lukk dette vinduet og prøv igjen på klinikkens side.',
    refused:
      'Innloggingen gjelder ikke lenger, eller ble startet i en annen nettleser. Lukk dette vinduet og prøv igjen på klinikkens side.',
  },
  sv: {
    title: 'Logga in',
    goingOn: (provider) => `Skickar dig vidare till ${provider} …`,
    noOpener: 'Den här sidan måste öppnas från klinikens sida. Gå dit och välj ”Logga in” igen.',
    done: 'Du är inloggad. Du kan stänga det här fönstret.',
    cancelled: 'Inloggningen avbröts. Du kan stänga det här fönstret.',
    failed: 'Inloggningen lyckades inte. Stäng det här fönstret och försök igen på klinikens sida.',
    refused:
      'Inloggningen gäller inte längre, eller påbörjades i en annan webbläsare. Stäng det här fönstret och försök igen på klinikens sida.',
  },
  fi: {
    title: 'Kirjaudu sisään',
    goingOn: (provider) => `Siirrytään palveluun ${provider} …`,
    noOpener: 'Tämä sivu on avattava klinikan sivulta. Siirry sinne ja valitse ”Kirjaudu sisään”.',
    done: 'Olet kirjautunut sisään. Voit sulkea tämän ikkunan.',
    cancelled: 'Kirjautuminen keskeytettiin. Voit sulkea tämän ikkunan.',
    failed: 'Kirjautuminen ei onnistunut. Sulje tämä ikkuna ja yritä uudelleen klinikan sivulla.',
    refused:
      'Kirjautuminen ei ole enää voimassa, tai se aloitettiin toisessa selaimessa. Sulje tämä ikkuna ja yritä uudelleen klinikan sivulla.',
  },
  da: {
    title: 'Log ind',
    goingOn: (provider) => `Sender dig videre til ${provider} …`,
    noOpener: 'Denne side skal åbnes fra klinikkens side. Gå dertil, og vælg »Log ind« igen.',
    done: 'Du er logget ind. Du kan lukke dette vindue.',
    cancelled: 'Login blev afbrudt. Du kan lukke dette vindue.',
    failed: 'Login lykkedes ikke. Luk dette vindue, og prøv igen på klinikkens side.',
    refused:
      'Login gælder ikke længere eller blev startet i en anden browser. Luk dette vindue, og prøv igen på klinikkens side.',
  },
  en: {
    title: 'Log in',
    goingOn: (provider) => `Taking you to ${provider} …`,
    noOpener: 'This page has to be opened from the clinic’s page. Go there and choose “Log in”.',
    done: 'You are logged in. You can close this window.',
    cancelled: 'The login was cancelled. You can close this window.',
    failed: 'The login did not succeed. Close this window and try again on the clinic’s page.',
    refused:
      'The login is no longer valid, or was begun in another browser. Close this window and try again on the clinic’s page.',
  },
};

/** The language of a page by `Accept-Language` alone; English for any other. */
export function languageOf(acceptLanguage: string | undefined): Language {
  for (const part of (acceptLanguage ?? '').toLowerCase().split(',')) {
    const name = part.trim().slice(0, 2);
    if (name === 'no' || name === 'nn') return 'nb';
    if (name in eidWords) return name as Language;
  }
  return 'en';
}
