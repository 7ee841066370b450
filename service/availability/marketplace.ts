import type { MarketplaceClinic } from '../../src/contract/index.js';
import { formatInstant, toClockTime } from '../../src/domain/clock-time.js';
import { isShown } from '../core/marketplace.js';
import { listOffers } from '../core/template-lists.js';
import type { Services } from '../context/services.js';
import { siteNameOf } from '../store/accounts.js';
import { inAccount } from '../store/database.js';
import { findMarketplace } from '../store/site-names.js';
import { toAnswer, type Answer } from '../timebook/answer-memory.js';
import type { Situation } from '../timebook/free-times.js';
import { searchFirstTimes } from './first-times.js';
import { isForNewPatients } from './slot.js';

/** How long the list is given as it is, milliseconds. */
export const listLifetime = 60_000;
/** Accounts in the list at the most. */
const mostAccounts = 500;
/** Accounts whose times are looked up again when the list is made anew: those that were looked up longest ago. */
const standardLookUps = 25;

/** What is shown of one account, and when it was looked up. */
interface Known {
  at: number;
  clinics: readonly MarketplaceClinic[];
}

/**
 * The clinics of the marketplace (S-09). However many ask, the list is made once a minute, one account after the other, from the
 * memory of free times; whoever asks meanwhile gets the former one.
 */
export class MarketplaceList {
  #known = new Map<string, Known>();
  #made: { at: number; answer: Answer } | undefined;
  #making: Promise<Answer> | undefined;

  constructor(
    private readonly services: Services,
    private readonly mostLookUps = standardLookUps,
  ) {}

  /** The list as JSON; throws `busy` where the first one cannot be made now. */
  async read(): Promise<Answer> {
    const now = this.services.clock();
    const made = this.#made;
    if (made && now - made.at < listLifetime) return made.answer;
    this.#making ??= this.#make(now).finally(() => (this.#making = undefined));
    if (!made) return this.#making;
    // The next one to ask gets it; a failure leaves the former list, and is tried again.
    this.#making.catch(this.services.onError);
    return made.answer;
  }

  async #make(now: number): Promise<Answer> {
    const { db, admission } = this.services;
    const ids = await admission.run({ account: '' }, () =>
      inAccount(db, '', (tx) => findMarketplace(tx, mostAccounts)),
    );
    const lookedUp = new Set(this.#due(now));
    const known = new Map<string, Known>();
    for (const id of ids) {
      const former = this.#known.get(id);
      const present = lookedUp.has(id) || !former ? await this.#lookUp(id, now) : former;
      if (present) known.set(id, present);
    }
    this.#known = known;
    const clinics = [...known.values()].flatMap((one) => one.clinics);
    const answer = await toAnswer(new TextEncoder().encode(JSON.stringify({ clinics })));
    this.#made = { at: now, answer };
    return answer;
  }

  /** Known accounts to look up again: first those with a time that is over, then those looked up longest ago. */
  #due(now: number): string[] {
    return [...this.#known]
      .map(([id, { at, clinics }]) => ({ id, at: clinics.some(isOverAt(now)) ? -Infinity : at }))
      .sort((a, b) => a.at - b.at)
      .slice(0, this.mostLookUps)
      .map(({ id }) => id);
  }

  async #lookUp(id: string, now: number): Promise<Known | undefined> {
    const { searches, freeTimes } = this.services;
    const clinics = await searches.run({ account: id }, () =>
      freeTimes.search(id, now, (situation) => this.#clinicsOf(situation, now), {
        mayBeBehind: true,
      }),
    );
    return clinics && { at: now, clinics };
  }

  async #clinicsOf(
    { account, loaded, loader }: Situation,
    now: number,
  ): Promise<MarketplaceClinic[]> {
    if (!isShown(account)) return [];
    const { pageOf } = this.services;
    const { id, timeZone } = account;
    const offered = new Set(listOffers(loaded.catalogue).map(({ clinic }) => clinic));
    const load = loader({ newPatient: isForNewPatients(account, undefined) }, { isShared: true });
    const today = toClockTime(now, timeZone).date;
    const { clinics: next } = await searchFirstTimes(load, today, { clinics: offered });
    const page = pageOf?.(siteNameOf(account), id);
    return loaded.rows.clinics
      .filter((clinic) => clinic.archivedAt === null && offered.has(clinic.id))
      .map((clinic) => ({
        account: id,
        clinic: clinic.id,
        name: clinic.name,
        organisation: account.name,
        address1: clinic.address1,
        ...(clinic.address2 ? { address2: clinic.address2 } : {}),
        postalCode: clinic.postalCode,
        city: clinic.city,
        phone: clinic.phone,
        ...(clinic.latitude !== null && clinic.longitude !== null
          ? { latitude: clinic.latitude, longitude: clinic.longitude }
          : {}),
        next: next.has(clinic.id) ? formatInstant(next.get(clinic.id)!, timeZone) : null,
        ...(page ? { url: clinicLink(page, clinic.id) } : {}),
      }));
  }
}

const isOverAt =
  (now: number) =>
  ({ next }: MarketplaceClinic) =>
    next !== null && Date.parse(next) <= now;

/** The hosted page with a clinic chosen. */
function clinicLink(page: string, clinic: string): string {
  const url = new URL(page);
  url.searchParams.set('clinic', clinic);
  return url.href;
}
