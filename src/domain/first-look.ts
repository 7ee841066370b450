import type { Language } from '../contract/index.js';

/** One choice of the first step. */
export interface FirstLookCard {
  /** As `initialChoices` has it. */
  readonly value: string;
  readonly name: string;
  /** "Any": words of the widget, and not the account's own. */
  readonly isAny?: boolean;
  /** A line each. */
  readonly facts: readonly string[];
  /** Who works there, with their titles. */
  readonly people?: readonly string[];
}

/** The step that a booking begins with, in one language. */
export interface FirstLook {
  readonly step: 'clinic' | 'treatment' | 'clinician';
  /** "Step 1 of 6", and the name of the step. */
  readonly progress: readonly [position: string, name: string];
  /** The language of the account's own text; without one it is the widget's words. */
  readonly welcome: { readonly heading?: string; readonly text?: string; readonly lang?: Language };
  /** "Your choices", where something is chosen already: in one line, and what each choice says in lines of its own. */
  readonly chosen?: {
    readonly heading: string;
    readonly line: string;
    readonly rows: readonly (readonly string[])[];
  };
  readonly heading: string;
  readonly groups: readonly {
    readonly heading?: string;
    readonly cards: readonly FirstLookCard[];
  }[];
  /** The widget has a search above so long a list. */
  readonly isLong: boolean;
}

/** What the embed script draws until the widget is there, in each language of the account; none where it begins with anything else. */
export interface FirstLooks {
  /** As the account lists them. */
  readonly languages: readonly Language[];
  /** The language of names, addresses and titles. */
  readonly textLanguage: Language;
  /** Its address may be relative to the service; width and height as they are shown. */
  readonly logo?: {
    readonly url: string;
    readonly alt: string;
    readonly width: number;
    readonly height: number;
  };
  /** At the top there is a way to log in. */
  readonly hasLogin: boolean;
  readonly looks: Partial<Readonly<Record<Language, FirstLook>>>;
}

/** What a link may have chosen without changing the kind of the first step. */
export const firstLookChoices = ['group', 'clinic', 'treatment', 'clinician'] as const;
export type FirstLookChoices = Readonly<Partial<Record<(typeof firstLookChoices)[number], string>>>;

/**
 * The address of an account's first look; `root` is the service's, with a slash at its end. The same for the same choices, to the
 * letter: a page's own preload of it is found again.
 */
export function firstLookAddress(
  root: string,
  account: string,
  choices: FirstLookChoices = {},
): string {
  const query = String(new URLSearchParams(choices));
  return `${root}first-look/${encodeURIComponent(account)}${query && `?${query}`}`;
}
