import type { Account, ChoiceStep, Language } from '../../src/contract/index.js';
import { canChange } from '../../src/domain/booking-flow.js';
import { canLogIn } from '../../src/domain/can-log-in.js';
import { summarizeChoices } from '../../src/domain/choice-summary.js';
import { clinicPhoneText } from '../../src/domain/clinic-phone.js';
import type { Beginning } from '../../src/domain/deep-link.js';
import type { FirstLook, FirstLooks } from '../../src/domain/first-look.js';
import { logoSize } from '../../src/domain/logo-size.js';
import { ownWelcome } from '../../src/domain/own-texts.js';
import { choiceOrder } from '../../src/domain/step-order.js';
import { stepKeys } from '../../src/locales/step-words.js';
import { firstStepOf, type FirstStep } from './first-step.js';
import { locales } from './locales.js';

/**
 * The first step in words, as the widget is going to show it. Undefined where the page begins with anything else than cards of one
 * choice (`firstStepOf`).
 */
export function firstLookOf(
  account: Account,
  link: Beginning & { readonly view?: string },
  language: Language,
): FirstLook | undefined {
  const found = firstStepOf(account, link, language);
  if (!found) return undefined;
  const { step, pages, page, heading, groups, isLong } = found;
  const words = locales[language];
  const chosen = chosenOf(found, language);
  return {
    step,
    progress: [words.stepOf(page + 1, pages.length), words[stepKeys[step]]],
    welcome: welcomeOf(account, language),
    ...(chosen ? { chosen } : {}),
    heading,
    groups,
    isLong,
  };
}

/** "Your choices" as `opus-choices` says them. */
function chosenOf({ shown, selection }: FirstStep, language: Language): FirstLook['chosen'] {
  const words = locales[language];
  const { clinic, group, treatment, clinician, title } = summarizeChoices(shown, selection);
  const clinicName =
    clinic?.name ?? (group ? words.anyInGroup(group.name) : selection.clinic && words.anyClinic);
  const lines: Partial<Record<ChoiceStep, (string | undefined)[]>> = {
    clinic: clinic
      ? [clinicName, ...addressOf(clinic), clinic.phone && clinicPhoneText(clinic.phone)]
      : [clinicName],
    treatment: treatment && [treatment.name, words.minutes(treatment.minutes)],
    clinician: [clinician?.name ?? words.anyClinician, title],
  };
  const rows = choiceOrder(shown.settings)
    .filter((step) => selection[step])
    .map((step) => [
      ...(lines[step] ?? []).filter((line) => line !== undefined && line !== ''),
      // The room of the button that changes it.
      ...(canChange(shown, selection, step) ? [' '] : []),
    ]) as string[][];
  if (rows.length === 0) return undefined;
  const line = treatment
    ? clinician
      ? words.treatmentWith(treatment.name, clinician.name)
      : clinic
        ? words.treatmentAt(treatment.name, clinic.name)
        : treatment.name
    : (clinician?.name ?? clinicName ?? words.anyClinician);
  return { heading: words.yourChoices, line, rows };
}

function addressOf({ address1, address2, postalCode, city }: Account['clinics'][number]) {
  return [address1, address2, `${postalCode} ${city}`.trim()];
}

/** The first look in every language of the account, for the embed script on clinics' own pages. */
export function firstLooksOf(account: Account, link: Beginning): FirstLooks {
  const { languages, textLanguage, loginPage } = account;
  const looks = languages.map((each) => [each, firstLookOf(account, link, each)] as const);
  const logo = logoOf(account);
  return {
    languages,
    textLanguage,
    ...(logo ? { logo } : {}),
    hasLogin: loginPage !== undefined || canLogIn(account),
    looks: Object.fromEntries(looks.filter(([, look]) => look)),
  };
}

/** The account's logo, as large as the widget shows it. */
export function logoOf({ theme: { logo }, name }: Account): FirstLooks['logo'] {
  return logo && { url: logo.url, alt: logo.alt ?? name, ...logoSize(logo) };
}

function welcomeOf(account: Account, language: Language): FirstLook['welcome'] {
  const words = locales[language];
  const own = ownWelcome(account, language);
  if (!own) return { heading: words.welcomeHeading(account.name), text: words.welcomeText };
  const { heading, text, lang } = own;
  return { ...(heading ? { heading } : {}), ...(text ? { text } : {}), ...(lang ? { lang } : {}) };
}
