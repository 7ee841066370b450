import { expect } from '@open-wc/testing';
import type * as z from 'zod/mini';
import { fieldName } from '../../src/console/pages/administration/history-fields.js';
import type { WordTable } from '../../src/console/pages/administration/history-fields.js';
import { valueText } from '../../src/console/pages/administration/history-values.js';
import { inLanguage } from '../../src/console/words/in-language.js';
import type { Language } from '../../src/contract/index.js';
import * as contract from '../../src/contract/index.js';

const namesIn = (language: Language) => ({
  words: (table: WordTable) => inLanguage(table, language),
  language,
  nameOf: (kind: string, id: string) => (id === 'gone' ? undefined : `${kind}/${id}`),
});

/** The innermost paths of what an object may hold, lists as a whole, as the history has them. */
function pathsOf(schema: z.core.$ZodType): string[] {
  const { def } = schema._zod as unknown as {
    def: { type: string; shape: Record<string, z.core.$ZodType>; innerType: z.core.$ZodType };
  };
  if (def.type === 'optional' || def.type === 'nullable') return pathsOf(def.innerType);
  if (def.type !== 'object') return [''];
  return Object.entries(def.shape).flatMap(([name, field]) =>
    pathsOf(field).map((path) => (path === '' ? name : `${name}.${path}`)),
  );
}

const whole: Readonly<Record<string, z.core.$ZodType>> = {
  ...Object.fromEntries(
    Object.entries(contract.recordKinds).map(([kind, { input }]) => [kind, input]),
  ),
  settings: contract.StaffSettings,
  texts: contract.Texts,
  status: contract.StaffStatus,
  theme: contract.StaffTheme,
  script: contract.PageScript,
  subdomain: contract.SubdomainChange,
  lists: contract.OrganisationLists,
  reminders: contract.Reminders,
  people: contract.PersonInput,
  keys: contract.KeyInput,
  'sign-in-providers': contract.SignInProviderInput,
};

describe('the history in words', () => {
  it('[C-04] has a label for every field that can be changed', () => {
    const missing = Object.entries(whole).flatMap(([kind, schema]) =>
      pathsOf(schema)
        // A picture is one value.
        .map((path) => path.replace(/^(photo|logo)\..*/, '$1'))
        .filter((path) => fieldName(kind, path, namesIn('nb')) === undefined)
        .map((path) => `${kind}: ${path}`),
    );
    expect(missing).to.deep.equal([]);
  });

  it('[C-04] [C-14] tells values as they are on the pages, in the language of whoever reads', () => {
    const text = (kind: string, path: string, value: unknown, language: Language = 'en') =>
      valueText(kind, path, value, namesIn(language));
    expect(text('settings', 'weekendBooking', true)).to.equal('yes');
    expect(text('settings', 'weekendBooking', false, 'fi')).to.equal('ei');
    expect(text('settings', 'changeDeadlineHours', null)).to.equal('nothing');
    expect(text('settings', 'confirmation', 'none')).to.equal('no');
    expect(text('settings', 'stepOrder', ['clinic', 'time'], 'nb')).to.equal('Klinikk, Tid');
    expect(text('preblock-definitions', 'mode', 'deny', 'nb')).not.to.equal('deny');
    expect(text('clinics', 'company', 'opus')).to.equal('companies/opus');
    expect(text('clinics', 'company', 'gone')).to.equal('gone');
    expect(text('template-lists', 'items', ['us', 'rens'])).to.equal(
      'templates/us, templates/rens',
    );
    expect(text('template-lists', 'owner', { kind: 'company', id: 'opus' })).to.equal(
      'companies/opus',
    );
    expect(
      text('clinicians', 'photo', { type: 'image/png', hash: 'x', width: 4, height: 7 }),
    ).to.equal('picture 4 × 7');
    const place = { clinic: 'west', photoConsent: true, titleConsent: false };
    expect(text('clinicians', 'clinics', [place])).to.match(/^clinics\/west, .+: yes, .+: no$/);
    expect(text('people', 'roles', [{ role: 'reception', clinics: ['west'] }])).to.equal(
      'Role: Reception, Clinics: clinics/west',
    );
    expect(fieldName('texts', 'translations.sv.welcomeText', namesIn('en'))).to.match(
      / \(Swedish\)$/,
    );
  });
});
