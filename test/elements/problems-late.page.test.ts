// Has a page of its own: the words of problems that another test has loaded are there at once.
import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import '../../src/define/personal-details.js';
import type { PersonalDetails } from '../../src/elements/personal-details/personal-details.js';
import { loadLocale } from '../../src/locales/load-locale.js';
import type { ProblemMessages } from '../../src/locales/problem-messages.js';
import { problemSet } from '../../src/locales/problem-set.js';
import { nbProblems } from '../../src/locales/problems/nb.js';
import { opusAccount } from '../../stories/fixtures/account.js';
import { today, wrongDraft } from '../../stories/fixtures/patient.js';
import { waitUntil } from '../support/wait-until.js';
import { ElementPage } from './support/element-page.js';
import { focused, FormPage } from './support/form-page.js';

const general = [
  'Fyll ut etternavn.',
  'Fødselsnummer ble ikke godtatt. Sjekk hva du har skrevet.',
  'E-postadresse ble ikke godtatt. Sjekk hva du har skrevet.',
  'Mobiltelefonnummer ble ikke godtatt. Sjekk hva du har skrevet.',
  'Postnummer ble ikke godtatt. Sjekk hva du har skrevet.',
  'Du må samtykke for å kunne bestille time.',
];

describe('words of problems that do not come', function () {
  this.timeout(12_000);

  let calls = 0;
  let fail: (cause: Error) => void = () => undefined;
  /** Hangs, then fails when the test says so; the next request is answered. */
  const load = (): Promise<ProblemMessages> => {
    calls += 1;
    return calls === 1 ? new Promise((_, reject) => (fail = reject)) : Promise.resolve(nbProblems);
  };

  it('[P-26] [P-29] a general sentence stands for each precise one, which follows by itself', async () => {
    Object.assign(problemSet, { nb: load });
    await loadLocale('nb');
    const element = await fixture<PersonalDetails>(
      html`<opus-personal-details lang="nb"></opus-personal-details>`,
    );
    Object.assign(element, { settings: opusAccount.settings, today, draft: wrongDraft });
    const page = new FormPage(element);
    await page.settled();
    const id = page.field('Fødselsnummer');
    await id.retype('198476-00033');
    expect(id.element.validationMessage).to.equal(general[1]);
    expect(calls, 'nothing is loaded for what is still being typed').to.equal(0);

    const summary = () => {
      const [found] = page.all<HTMLElementTagNameMap['opus-error-summary']>('opus-error-summary');
      return found ? new ElementPage(found).items() : [];
    };
    page.button('Se over bestillingen').click();
    await page.settled();
    expect(calls).to.equal(1);
    expect(summary(), 'waits a moment for the words').to.deep.equal([]);
    expect(page.errors()).to.deep.equal({});
    await waitUntil(() => summary().length > 0, 'shown without them');
    await page.settled();
    expect(summary()).to.deep.equal(general);
    expect(page.errors()['Fødselsnummer']).to.contain(general[1]);
    await waitUntil(
      () => focused()?.getAttribute('aria-labelledby') === 'heading',
      'focus on the summary',
    );

    fail(new TypeError('Failed to fetch'));
    await aTimeout(0);
    expect(summary()).to.deep.equal(general);
    await waitUntil(() => summary().includes('Fyll ut etternavnet ditt.'), 'asked for again');
    expect(calls).to.equal(2);
    expect(summary()).to.include(nbProblems.nationalIdProblem('checksum', 'NO'));
    await page.settled();
    expect(page.errors()['Fødselsnummer']).to.contain('stemmer ikke');
    expect(id.element.validationMessage).to.equal(nbProblems.nationalIdProblem('checksum', 'NO'));
    expect(focused()?.getAttribute('aria-labelledby')).to.equal('heading');
    await expect(element).to.be.accessible();
  });
});
