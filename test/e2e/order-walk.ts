import { expect } from '@playwright/test';
import type { ChoiceStep, Slot } from '../../src/contract/index.js';
import type { BookingPage } from './booking-page.js';
import type { Chosen, OrderWorld } from './order-world.js';

/** A patient on the way through the choices in an account's order, who looks at what every step offers. */
export class OrderWalk {
  chosen: Chosen = {};
  /** Steps that the patient was asked, in the order of asking. */
  readonly asked: ChoiceStep[] = [];

  /** The slots that the chosen time stands for. */
  private stoodFor: readonly Slot[] = [];

  constructor(
    private readonly booking: BookingPage,
    private readonly world: OrderWorld,
    private readonly order: readonly ChoiceStep[],
    /** Which of several options is taken: a different one for each walk. */
    private readonly seed: number,
  ) {
    this.settle();
  }

  /** Answers every step that is still open, up to the form. */
  async goOn(): Promise<void> {
    for (const step of this.order) {
      if (this.chosen[step] !== undefined) continue;
      const options = this.world.options(step, this.before(step));
      expect(options, `something to choose at ${step}`).not.toEqual([]);
      if (step === 'time') await this.takeTime(options);
      else await this.take(step, options[this.seed % options.length] ?? '');
    }
    await this.booking.field(this.booking.words.firstName).waitFor();
  }

  /** Looks at what a step offers and takes one of it; the steps whose choices that dropped. */
  async take(step: Exclude<ChoiceStep, 'time'>, id: string): Promise<ChoiceStep[]> {
    const options = this.world.options(step, this.before(step));
    const { booking } = this;
    // Treatments stand in the order of the lists of whoever is free then: test/domain/options.test.ts.
    const inOrder = (names: readonly string[]) =>
      step === 'treatment' ? [...names].sort() : [...names];
    await expect
      .poll(async () => inOrder(await booking.offered(step)), {
        message: `${step} offers what fits, and nothing else`,
      })
      .toEqual(inOrder(options.map((each) => this.nameOf(step, each))));
    await booking
      .part(step)
      .getByRole('button', { name: this.nameOf(step, id), exact: true })
      .click();
    this.chosen[step] = id;
    this.asked.push(step);
    return this.settle();
  }

  /** Takes another option of the step in view; the steps whose choices that dropped. */
  async change(step: Exclude<ChoiceStep, 'time'>): Promise<ChoiceStep[]> {
    const options = this.world.options(step, this.before(step));
    const others = options.filter((id) => id !== this.chosen[step]);
    return this.take(step, others[this.seed % others.length] ?? '');
  }

  /**
   * Keeps what still fits after a choice and answers what does not: a time stays while one of the slots that it stood
   * for fits (P-05); what has no alternative is chosen for the patient (P-06).
   */
  private settle(): ChoiceStep[] {
    const requested = this.chosen;
    this.chosen = {};
    const dropped: ChoiceStep[] = [];
    for (const step of this.order) {
      const value = requested[step];
      if (step === 'time') {
        const fitting = this.world.fitting(this.chosen);
        if (this.stoodFor.some((slot) => fitting.includes(slot))) this.chosen.time = value;
        else if (value !== undefined) dropped.push(step);
        continue;
      }
      const options = this.world.options(step, this.before(step));
      const kept = options.length === 1 ? options[0] : value;
      if (kept !== undefined && options.includes(kept)) this.chosen[step] = kept;
      // What was chosen for the patient is chosen otherwise without a word.
      if (value !== undefined && this.chosen[step] !== value && this.asked.includes(step)) {
        dropped.push(step);
      }
    }
    return dropped;
  }

  /** What is chosen at the steps before one. */
  private before(step: ChoiceStep): Chosen {
    const earlier = this.order.slice(0, this.order.indexOf(step));
    return Object.fromEntries(
      earlier.flatMap((each) => {
        const chosen = this.chosen[each];
        return chosen === undefined ? [] : [[each, chosen]];
      }),
    );
  }

  /** Takes, of the first day with free times, the start that leaves the most to choose. */
  private async takeTime(starts: readonly string[]): Promise<void> {
    const { booking } = this;
    await booking.toFreeWeek();
    const day = starts[0]?.slice(0, 10) ?? '';
    const ofDay = starts.filter((start) => start.startsWith(day));
    const breadth = ofDay.map(
      (time) => this.world.fitting({ ...this.before('time'), time }).length,
    );
    const index = breadth.indexOf(Math.max(...breadth));
    expect(await booking.times.count(), 'every start that something fits').toBeGreaterThanOrEqual(
      ofDay.length,
    );
    await booking.times.nth(index).click();
    const time = ofDay[index] ?? '';
    this.stoodFor = this.world.fitting({ ...this.before('time'), time });
    this.chosen.time = time;
    this.asked.push('time');
    this.settle();
  }

  private nameOf(step: Exclude<ChoiceStep, 'time'>, id: string): string {
    const { words } = this.booking;
    return this.world.name(step, id) ?? (step === 'clinic' ? words.anyClinic : words.anyClinician);
  }
}
