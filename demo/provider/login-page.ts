import { html, raw } from 'hono/html';
import type { Market } from '../../src/contract/index.js';
import { formatNationalId } from '../../src/domain/national-id/national-id.js';
import type { TestPerson } from './test-persons.js';
import { testPersons } from './test-persons.js';

const style = `
:root { color-scheme: light; font: 1rem/1.5 system-ui, sans-serif; color: #1c2533; background: #eef1f6; }
body { min-block-size: 100vh; margin: 0; display: grid; place-items: center; }
main { box-sizing: border-box; inline-size: min(26rem, 100%); padding: 2rem 1.5rem; background: #fff; border-radius: 16px; }
h1 { font-size: 1.375rem; font-weight: 650; margin: 0; }
p { color: #55617a; margin: .25rem 0 1.25rem; }
fieldset { border: 0; margin: 0 0 1.5rem; padding: 0; display: grid; gap: .5rem; }
legend { padding: 0; margin-block-end: .5rem; font-weight: 550; }
label { display: flex; gap: .75rem; align-items: center; padding: .75rem 1rem; border: 1px solid #cfd6e3; border-radius: 10px; cursor: pointer; }
label:has(:checked) { border-color: #2b4a86; background: #f3f6fc; }
label span { color: #55617a; margin-inline-start: auto; font-variant-numeric: tabular-nums; }
input { accent-color: #2b4a86; inline-size: 1.125rem; block-size: 1.125rem; margin: 0; flex: none; }
button { font: inherit; font-weight: 550; inline-size: 100%; padding: .75rem 1rem; border-radius: 10px; border: 1px solid #2b4a86; cursor: pointer; }
button[value=login] { background: #2b4a86; color: #fff; }
button[value=cancel] { background: none; color: #2b4a86; margin-block-start: .5rem; }
:focus-visible { outline: 3px solid #7fa3e6; outline-offset: 2px; }
`;

interface Words {
  lang: string;
  heading: (provider: string) => string;
  note: string;
  choose: string;
  logIn: string;
  cancel: string;
}

const words: Readonly<Record<Market, Words>> = {
  NO: {
    lang: 'nb',
    heading: (provider) => `Logg inn med ${provider}`,
    note: 'Etterligning til demo: ingen av dem finnes.',
    choose: 'Velg en testperson',
    logIn: 'Logg inn',
    cancel: 'Avbryt',
  },
  SE: {
    lang: 'sv',
    heading: (provider) => `Logga in med ${provider}`,
    note: 'Efterlikning för demo: ingen av dem finns.',
    choose: 'Välj en testperson',
    logIn: 'Logga in',
    cancel: 'Avbryt',
  },
  FI: {
    lang: 'fi',
    heading: (provider) => `Kirjaudu: ${provider}`,
    note: 'Jäljitelmä demoa varten: henkilöitä ei ole olemassa.',
    choose: 'Valitse testihenkilö',
    logIn: 'Kirjaudu sisään',
    cancel: 'Peruuta',
  },
  DK: {
    lang: 'da',
    heading: (provider) => `Log ind med ${provider}`,
    note: 'Efterligning til demo: ingen af dem findes.',
    choose: 'Vælg en testperson',
    logIn: 'Log ind',
    cancel: 'Annuller',
  },
};

/** The page on which a test person is picked; its form goes to the page's own address. */
export function loginPage(provider: string, market: Market): string {
  const { lang, heading, note, choose, logIn, cancel } = words[market];
  const choice = ({ subject, firstName, lastName, nationalId }: TestPerson, index: number) =>
    html`<label>
      <input
        type="radio"
        name="person"
        value="${subject}"
        required
        ${index === 0 ? raw('checked') : ''}
      />
      ${firstName} ${lastName} <span>${formatNationalId(market, nationalId)}</span>
    </label>`;
  return String(
    html`<!doctype html>
      <html lang="${lang}">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>${heading(provider)}</title>
          <link rel="icon" href="data:," />
          <style>
            ${raw(style)}
          </style>
        </head>
        <body>
          <main>
            <h1>${heading(provider)}</h1>
            <p>${note}</p>
            <form method="post">
              <fieldset>
                <legend>${choose}</legend>
                ${testPersons[market].map(choice)}
              </fieldset>
              <button name="do" value="login">${logIn}</button>
              <button name="do" value="cancel" formnovalidate>${cancel}</button>
            </form>
          </main>
        </body>
      </html>`,
  );
}
