import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Place } from '../../domain/distance.js';

/** Why the browser does not say where the patient is. */
export type PlaceFailure = 'refused' | 'unavailable' | 'timeout';

/** How long the browser may look for the place, and how old a place may be, in milliseconds. */
const patience = 10_000;
const freshness = 600_000;

const failures: Readonly<Record<number, PlaceFailure>> = { 1: 'refused', 3: 'timeout' };

/** What a search has come to: nothing while all of it is undefined. */
interface PlaceSearch {
  place?: Place;
  failure?: PlaceFailure;
  question?: object;
}

/**
 * Where the patient is, asked of the browser only when `ask` is called; kept in memory alone, until `forget` or until
 * the element is gone.
 */
export class GeolocationController implements ReactiveController {
  place: Place | undefined;
  failure: PlaceFailure | undefined;
  /** The question that is being answered: an answer to an earlier one, or after `forget`, counts no more. */
  #question: object | undefined;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  get isAsking(): boolean {
    return this.#question !== undefined;
  }

  hostDisconnected(): void {
    this.forget();
  }

  ask(): void {
    const question = {};
    this.#set({ question });
    const answer = (state: PlaceSearch) => {
      if (this.#question === question) this.#set(state);
    };
    navigator.geolocation.getCurrentPosition(
      // Only what is needed: the browser's answer also says how fast one moves.
      ({ coords: { latitude, longitude } }) => answer({ place: { latitude, longitude } }),
      ({ code }) => answer({ failure: failures[code] ?? 'unavailable' }),
      { timeout: patience, maximumAge: freshness },
    );
  }

  forget(): void {
    this.#set({});
  }

  #set({ place, failure, question }: PlaceSearch): void {
    this.place = place;
    this.failure = failure;
    this.#question = question;
    this.host.requestUpdate();
  }
}
