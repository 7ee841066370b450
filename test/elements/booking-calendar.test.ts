import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define/booking.js';
import type { Account } from '../../src/contract/index.js';
import type { Choice } from '../../src/domain/selection.js';
import { OpusChooseEvent } from '../../src/events/choose-event.js';
import type { Booking } from '../../src/elements/booking/booking.js';
import type { WeekCalendar } from '../../src/elements/week-calendar/week-calendar.js';
import { loadLocale } from '../../src/locales/load-locale.js';
import { catalogue, clinicsOfAsker } from '../domain/support/catalogue.js';
import { ScriptedApi } from '../state/support/scripted-api.js';
import { waitUntil } from '../support/wait-until.js';

const textOf = ({ textContent }: Element) => textContent?.replace(/\s+/g, ' ').trim() ?? '';
const shown = (root: ParentNode, selector: string) =>
  [...root.querySelectorAll<HTMLElement>(selector)].filter((each) => each.checkVisibility());

/** The booking page at the time step, with what stands in the calendar where there are no times. */
class TimeStep {
  private constructor(readonly element: Booking) {}

  /** Opens the page and chooses what is given, step by step. */
  static async open(api: ScriptedApi, ...choices: Choice[]): Promise<TimeStep> {
    await loadLocale('en');
    const element = await fixture<Booking>(
      html`<opus-booking lang="en" account="test" .client=${api}></opus-booking>`,
    );
    await waitUntil(() => element.currentStep);
    for (const choice of choices) {
      await waitUntil(() => element.currentStep === choice.step);
      element.renderRoot.querySelector('.step')?.dispatchEvent(new OpusChooseEvent(choice));
      await element.updateComplete;
    }
    const step = new TimeStep(element);
    await waitUntil(() => step.calendar?.shadowRoot?.querySelector('[aria-busy=false]'), 'times');
    return step;
  }

  get calendar(): WeekCalendar {
    return this.element.renderRoot.querySelector('opus-week-calendar') as WeekCalendar;
  }

  ways(): string[] {
    return shown(this.calendar, 'button, a').map(textOf);
  }

  press(name: string): void {
    const found = shown(this.calendar, 'button').find((each) => textOf(each) === name);
    if (!found) throw new Error(`No "${name}" among ${this.ways().join()}`);
    found.click();
  }
}

const hvalstad: Choice = { step: 'clinic', value: { kind: 'one', id: 'hvalstad' } };
const exam: Choice = { step: 'treatment', value: 'exam' };
const lise: Choice = { step: 'clinician', value: { kind: 'one', id: 'lise' } };

const emptyApi = (account: Account) => Object.assign(new ScriptedApi(account), { free: [] });

describe('opus-booking, the time step without times', () => {
  it('[P-17] says why, offers other choices and the clinic to call', async () => {
    const account = clinicsOfAsker({ anyClinician: true });
    const step = await TimeStep.open(emptyApi(account), hvalstad, exam, {
      step: 'clinician',
      value: { kind: 'any' },
    });
    expect(step.calendar.shadowRoot?.textContent).to.include('no free times in the coming year');
    await waitUntil(() => step.ways().length > 0);
    expect(step.ways()).to.deep.equal([
      'Other clinics',
      'Another treatment',
      'Other clinicians',
      'Call the clinic 22 00 00 00',
    ]);
    expect(step.calendar.querySelector('a')?.getAttribute('href')).to.equal('tel:22000000');
  });

  it('[P-17] leads to the other clinicians', async () => {
    const step = await TimeStep.open(emptyApi(clinicsOfAsker()), hvalstad, exam, lise);
    await waitUntil(() => step.ways().length > 0);
    step.press('Other clinicians');
    await waitUntil(() => step.element.currentStep === 'clinician');
  });

  it('[P-17] offers no other choice where there is none', async () => {
    const account = catalogue({
      clinics: { hvalstad: null },
      treatments: ['exam'],
      offers: { 'hvalstad/lise': ['exam'] },
    });
    const step = await TimeStep.open(emptyApi(account));
    await waitUntil(() => step.ways().length > 0);
    expect(step.ways()).to.deep.equal(['Call the clinic 22 00 00 00']);
  });

  it('[P-17] offers only what is chosen before the time', async () => {
    const account = clinicsOfAsker({ stepOrder: ['clinic', 'time', 'treatment', 'clinician'] });
    const step = await TimeStep.open(emptyApi(account), hvalstad);
    await waitUntil(() => step.ways().length > 0);
    expect(step.ways()).to.deep.equal(['Other clinics', 'Call the clinic 22 00 00 00']);
    expect(step.calendar.startsOnly).to.equal(true);
  });

  it('[P-18] hands the calendar the days with free times', async () => {
    const api = emptyApi(clinicsOfAsker());
    const step = await TimeStep.open(api, hvalstad, exam, lise);
    await step.calendar.daysOf?.('2027-01-20', '2027-02-01');
    expect(api.last('days')[0]).to.deep.equal({
      clinic: 'hvalstad',
      treatment: 'exam',
      clinician: 'lise',
      from: '2027-01-20',
      to: '2027-02-01',
    });
  });
});
