// Has a page of its own: the words of problems that another test has loaded are there at once.
import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import '../../src/define/national-id-field.js';
import '../../src/define/code-form.js';
import type { CodeForm } from '../../src/elements/login/code-form.js';
import { load, loadLocale } from '../../src/locales/load-locale.js';
import { loginWords } from '../../src/locales/login-words.js';
import type { ProblemMessages } from '../../src/locales/problem-messages.js';
import { problemSet } from '../../src/locales/problem-set.js';
import { nbProblems } from '../../src/locales/problems/nb.js';
import { today } from '../../stories/fixtures/patient.js';
import { waitUntil } from '../support/wait-until.js';
import { FieldPage, focused, FormPage, type Field } from './support/form-page.js';

describe('words of problems that come in time', () => {
  let calls = 0;
  let arrive: (words: ProblemMessages) => void = () => undefined;

  before(async () => {
    Object.assign(problemSet, {
      nb: () => {
        calls += 1;
        return new Promise<ProblemMessages>((done) => (arrive = done));
      },
    });
    await Promise.all([loadLocale('nb'), load(loginWords, 'nb')]);
  });

  it('[P-26] [P-31] a field that is left and a code that is sent show the precise sentence as their first', async () => {
    const frame = await fixture(
      html`<div lang="nb">
        <opus-national-id-field label="Fødselsnummer" today=${today}></opus-national-id-field>
        <button>After the field</button>
        <opus-code-form label="Logg inn"></opus-code-form>
      </div>`,
    );
    const id = new FieldPage(frame.firstElementChild as Field);
    const form = new FormPage(frame.lastElementChild as CodeForm);
    await id.type('198476-00032');
    expect(calls, 'nothing is loaded for what is still being typed').to.equal(0);
    await id.leave();
    form.button('Logg inn').click();
    await form.settled();
    expect(calls).to.equal(1);
    expect(id.isInvalid, 'said with its words').to.equal(false);
    expect(id.element.validity.valid, 'though it is not valid').to.equal(false);
    expect(form.errors()).to.deep.equal({});
    await aTimeout(100);
    expect(focused(), 'no focus before there is something to read').not.to.equal(
      form.field('Kode').control,
    );

    arrive(nbProblems);
    await waitUntil(() => id.isInvalid && form.field('Kode').isInvalid, 'shown');
    expect(id.description).to.contain(nbProblems.nationalIdProblem('checksum', 'NO'));
    expect(form.field('Kode').description).to.contain(nbProblems.codeProblem('empty'));
    await waitUntil(() => focused() === form.field('Kode').control, 'focus on the code');
  });
});
