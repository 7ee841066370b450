import type { ChoiceStep, Slot, SlotList } from '../../src/contract/index.js';
import type { SampleAccount } from '../../demo/accounts/index.js';

/** What a patient has chosen: ids, `any`, or a start. */
export type Chosen = Partial<Record<ChoiceStep, string | undefined>>;

/** What the service really has free in an account: what each step may offer is worked out from that alone. */
export class OrderWorld {
  constructor(
    private readonly account: SampleAccount,
    private readonly slots: readonly Slot[],
  ) {}

  /** Reads the free times of the coming weeks. */
  static async of(origin: string, account: SampleAccount): Promise<OrderWorld> {
    const { port } = new URL(origin);
    const day = (offset: number) =>
      new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
    const query = `from=${day(0)}&to=${day(21)}`;
    const answer = await fetch(`http://127.0.0.1:${port}/v1/accounts/${account.id}/slots?${query}`);
    return new OrderWorld(account, ((await answer.json()) as SlotList).slots);
  }

  /** The free slots that fit what is chosen. */
  fitting(chosen: Chosen): Slot[] {
    return this.slots.filter(
      (slot) =>
        fits(chosen.clinic, slot.clinic) &&
        fits(chosen.clinician, slot.clinician) &&
        fits(chosen.treatment, slot.treatment) &&
        (chosen.time === undefined || Date.parse(chosen.time) === Date.parse(slot.start)),
    );
  }

  /** The ids that a step may offer after what is chosen, in the account's order; starts earliest first. */
  options(step: ChoiceStep, chosen: Chosen): string[] {
    const slots = this.fitting(chosen);
    if (step === 'time') {
      return [...new Set(slots.map(({ start }) => start))].sort(
        (one, other) => Date.parse(one) - Date.parse(other),
      );
    }
    const free = new Set(slots.map((slot) => slot[step]));
    const ids = Object.keys(this.named(step)).filter((id) => free.has(id));
    const { anyClinic, anyClinician } = this.account.settings;
    const mayBeAny = step === 'clinic' ? anyClinic : step === 'clinician' && anyClinician;
    return mayBeAny && ids.length > 1 ? ['any', ...ids] : ids;
  }

  /** The name of an id on screen; undefined for "any", whose name is the language's. */
  name(step: Exclude<ChoiceStep, 'time'>, id: string): string | undefined {
    return this.named(step)[id]?.name;
  }

  private named(step: Exclude<ChoiceStep, 'time'>): Readonly<Record<string, { name: string }>> {
    if (step === 'clinic') return this.account.clinics;
    return step === 'clinician' ? this.account.clinicians : this.account.templates;
  }
}

function fits(chosen: string | undefined, id: string): boolean {
  return chosen === undefined || chosen === 'any' || chosen === id;
}
