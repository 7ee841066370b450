import type { Place } from '../../../src/domain/distance.js';

/** A browser whose place the test says, in place of the real one until `restore`. */
export class ScriptedGeolocation {
  private readonly asked: Parameters<Geolocation['getCurrentPosition']>[] = [];

  constructor() {
    const geolocation = {
      getCurrentPosition: (...question: Parameters<Geolocation['getCurrentPosition']>) =>
        void this.asked.push(question),
    };
    Object.defineProperty(navigator, 'geolocation', { configurable: true, value: geolocation });
  }

  /** How often the place was asked for. */
  get questions(): number {
    return this.asked.length;
  }

  /** Answers the last question, or the one of that number. */
  answer(place: Place, question = this.asked.length - 1): void {
    const coords = { ...place, accuracy: 50, speed: 3 };
    this.asked[question]?.[0]({ coords, timestamp: 0 } as unknown as GeolocationPosition);
  }

  /** Answers with a code of the Geolocation API: 1 refused, 2 unavailable, 3 timeout. */
  refuse(code: 1 | 2 | 3, question = this.asked.length - 1): void {
    this.asked[question]?.[1]?.({ code } as GeolocationPositionError);
  }

  restore(): void {
    Reflect.deleteProperty(navigator, 'geolocation');
  }
}
