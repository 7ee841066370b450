// What the oldest browsers that book are, and what they lack, by MDN's compatibility data.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** The oldest browsers that book: docs/browsers.md says how they are tested, docs/decisions/0016-oldest-browsers.md why. */
export const baseline = {
  chrome: '100',
  chrome_android: '100',
  firefox: '102',
  firefox_android: '102',
  safari: '16',
  safari_ios: '16',
} as const;

interface Support {
  version_added: string | false;
  prefix?: string;
  flags?: unknown;
  partial_implementation?: boolean;
}

/** A part of MDN's data: what is inside it by name, and in `__compat` who has it. */
export interface Feature {
  readonly [name: string]: Feature | undefined;
}

const { resolve } = createRequire(import.meta.url);
const data = JSON.parse(readFileSync(resolve('@mdn/browser-compat-data'), 'utf8')) as Feature;

/** MDN's data of CSS, of what JavaScript has built in, and of what browsers add. */
export const css = data.css ?? {};
export const builtins = data.javascript?.builtins ?? {};
export const apis = data.api ?? {};

const isNewer = (version: string, than: string): boolean => {
  const [one, other] = [version, than].map((each) => each.replace('≤', '').split('.').map(Number));
  const [major = 0, minor = 0] = one ?? [];
  const [otherMajor = 0, otherMinor = 0] = other ?? [];
  return major > otherMajor || (major === otherMajor && minor > otherMinor);
};

/** The browsers of the baseline that lack a feature, such as `safari 16.4`; none where nothing is known of it. */
export function lacking(feature: Feature | undefined): string[] {
  const { support } = (feature?.__compat ?? {}) as {
    support?: Record<string, Support | Support[]>;
  };
  if (!support) return [];
  return Object.entries(baseline).flatMap(([browser, version]) => {
    const entries = [support[browser] ?? []].flat();
    const has = ({ version_added: since, prefix, flags }: Support) =>
      typeof since === 'string' &&
      since !== 'preview' &&
      !prefix &&
      !flags &&
      !isNewer(since, version);
    if (entries.length === 0 || entries.some(has)) return [];
    const [{ version_added: since } = { version_added: false as const }] = entries;
    return [`${browser} ${since || 'never'}`];
  });
}
