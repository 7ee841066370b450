import type { ConsentVersionList, Language, Texts } from '../../src/contract/index.js';
import { formatInstant } from '../../src/domain/clock-time.js';
import type { Work } from '../context/work.js';
import { consentTextsOf, consentVersionOf, isSameConsent } from '../core/consent-texts.js';
import { keepConsentText, listConsentTexts } from '../store/consent-texts.js';

type Account = Pick<Work['account'], 'id' | 'texts' | 'textLanguage'>;

/**
 * The texts with the version of what patients consent to: a changed text is never the version of another one (P-28). Keeps
 * both versions. `before` has to be locked.
 */
export async function withConsentVersion(
  { tx, now }: Pick<Work, 'tx' | 'now'>,
  before: Account,
  after: { texts: Texts; textLanguage: Language },
): Promise<Texts> {
  const former = consentTextsOf(before.texts, before.textLanguage);
  const texts = consentTextsOf(after.texts, after.textLanguage);
  const isSameVersion = after.texts.consentVersion === before.texts.consentVersion;
  if (isSameVersion && isSameConsent(former, texts)) return after.texts;
  const accountId = before.id;
  const version = before.texts.consentVersion;
  // Of an account that has changed nothing yet, the present version is in no list.
  await keepConsentText(tx, { accountId, version, texts: former, since: null });
  const known = new Map((await listConsentTexts(tx)).map((row) => [row.version, row.texts]));
  const consentVersion = consentVersionOf(after.texts.consentVersion, texts, known);
  await keepConsentText(tx, { accountId, version: consentVersion, texts, since: new Date(now) });
  return { ...after.texts, consentVersion };
}

/** Every version of what the account's patients consented to, the present one last. */
export async function listConsents({ tx, account }: Work): Promise<ConsentVersionList> {
  const { texts, textLanguage, timeZone } = account;
  const present = {
    version: texts.consentVersion,
    texts: consentTextsOf(texts, textLanguage),
    since: null,
  };
  const kept = await listConsentTexts(tx);
  const current = kept.find(({ version }) => version === present.version) ?? present;
  const others = kept.filter((row) => row !== current);
  return {
    consents: [...others, current].map(({ version, texts: written, since }) => ({
      version,
      texts: written,
      ...(since ? { since: formatInstant(since.getTime(), timeZone) } : {}),
    })),
  };
}
