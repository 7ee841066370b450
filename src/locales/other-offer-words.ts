import type { Language } from '../contract/index.js';

/** Words of `opus-other-offers`; in a set of their own, since few patients find no time (P-17). */
export interface OtherOfferWords {
  /** Where what is chosen has no time at all. */
  readonly free: string;
  /** Where it has one later. */
  readonly sooner: string;
}

/** The words in each language. */
export const otherOfferWords: Readonly<Record<Language, OtherOfferWords>> = {
  nb: { free: 'Ledig hos andre', sooner: 'Ledig tidligere hos andre' },
  sv: { free: 'Ledigt hos andra', sooner: 'Ledigt tidigare hos andra' },
  fi: { free: 'Vapaita aikoja muilla', sooner: 'Aikaisempia aikoja muilla' },
  da: { free: 'Ledigt hos andre', sooner: 'Ledigt tidligere hos andre' },
  en: { free: 'Free with others', sooner: 'Sooner with others' },
};
