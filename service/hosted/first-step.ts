import type { Account, Language } from '../../src/contract/index.js';
import { createFlow, isChoiceStep, isSkipped } from '../../src/domain/booking-flow.js';
import { cliniciansByClinic } from '../../src/domain/clinicians-by-clinic.js';
import { narrowingOf, requestOf, type Beginning } from '../../src/domain/deep-link.js';
import type { FirstLook, FirstLookCard } from '../../src/domain/first-look.js';
import { narrowed } from '../../src/domain/narrowing.js';
import {
  clinicianOptions,
  clinicOptions,
  manyClinics,
  treatmentOptions,
} from '../../src/domain/options.js';
import { timesFilterOf, type TimesFilter } from '../../src/domain/requests.js';
import type { Selection } from '../../src/domain/selection.js';
import { pagesOf, type Page } from '../../src/domain/step-order.js';
import { treatmentName } from '../../src/domain/treatment-name.js';
import { locales } from './locales.js';

/** What a link to a page of the account chooses. */
type PageLink = Beginning & { readonly view?: string };

/** The step that a booking begins with, where that is one choice by cards. */
export interface FirstStep extends Pick<FirstLook, 'step' | 'heading' | 'groups' | 'isLong'> {
  readonly pages: readonly Page[];
  /** Index in `pages`. */
  readonly page: number;
  /** What is chosen already, of the account as the link narrows it. */
  readonly selection: Selection;
  readonly shown: Account;
}

/**
 * The step that a page of the account opens with. Undefined where that is anything else than cards of one choice: the calendar, a
 * form, two choices side by side, a login, an account that takes no bookings; or where a link has chosen something that stands beside.
 */
export function firstStepOf(
  account: Account,
  link: PageLink,
  language: Language,
): FirstStep | undefined {
  const opening = openingOf(account, link);
  if (!opening) return undefined;
  const { pages, page, selection, shown } = opening;
  const isFirst = pages.slice(0, page).every((_, index) => isSkipped({ selection }, shown, index));
  const [part, other] = pages[page]?.parts ?? [];
  if (!part || other || !isFirst || !isChoiceStep(part) || part === 'time') return undefined;
  const cards = cardsOf(part, shown, selection, language);
  return cards.groups.some((group) => group.cards.length > 0)
    ? { step: part, pages, page, selection, shown, ...cards }
    : undefined;
}

/** What the calendar asks for, where a page of the account opens with it; undefined where it does not, or with a time that is chosen. */
export function firstTimesOf(account: Account, link: PageLink): TimesFilter | undefined {
  const opening = openingOf(account, link);
  if (!opening || link.time) return undefined;
  const { pages, page, selection, shown } = opening;
  return pages[page]?.parts.includes('time') ? timesFilterOf(shown, selection) : undefined;
}

/** The page of the flow that a page of the account opens with; undefined where that is none of it. */
function openingOf(
  account: Account,
  link: PageLink,
): Pick<FirstStep, 'pages' | 'page' | 'selection' | 'shown'> | undefined {
  const { status, settings, loginPage } = account;
  const isElsewhere = settings.newBookingRequiresLogin && loginPage !== undefined;
  if (status !== 'open' || isElsewhere || link.view || link.step) return undefined;
  const shown = narrowed(account, narrowingOf(link));
  const { page, selection } = createFlow(shown, requestOf(link));
  return { pages: pagesOf(shown.settings), page, selection, shown };
}

type Cards = Pick<FirstStep, 'heading' | 'groups' | 'isLong'>;

function cardsOf(
  step: FirstStep['step'],
  account: Account,
  selection: Selection,
  language: Language,
): Cards {
  const words = locales[language];
  switch (step) {
    case 'clinic':
      return clinicCards(account, selection, language);
    case 'treatment': {
      const cards = treatmentOptions(account, selection).map(
        ({ id, name, minutes, priceText }) => ({
          ...{ value: id, name: treatmentName(name) },
          facts: [[words.minutes(minutes), priceText].filter(Boolean).join(' · ')],
        }),
      );
      return { heading: words.chooseTreatment, groups: [{ cards }], isLong: false };
    }
    case 'clinician': {
      const { any, clinicians } = clinicianOptions(account, selection);
      const cards = clinicians.map(({ clinician: { id, name }, title }) => ({
        ...{ value: id, name, facts: title ? [title] : [] },
      }));
      const first = any ? [anyCard('any', words.anyClinician, words.anyClinicianText)] : [];
      const groups = [{ cards: [...first, ...cards] }];
      return { heading: words.chooseClinician, groups, isLong: false };
    }
  }
}

function clinicCards(account: Account, selection: Selection, language: Language): Cards {
  const words = locales[language];
  const { any, sections } = clinicOptions(account, selection);
  const people = cliniciansByClinic(account);
  const isGrouped = sections.some(({ group }) => group);
  const count = sections.reduce((sum, { clinics }) => sum + clinics.length, 0);
  const groups = sections.map(({ group, any: anyInGroup, clinics }) => ({
    ...(isGrouped ? { heading: group?.name ?? words.ungroupedClinics } : {}),
    cards: [
      ...(anyInGroup && group
        ? [anyCard(`group:${group.id}`, words.anyInGroup(group.name), words.anyInGroupText)]
        : []),
      ...clinics.map(({ id, name, address1, postalCode, city }) => ({
        ...{ value: id, name },
        facts: [[address1, `${postalCode} ${city}`.trim()].filter(Boolean).join(', ')].filter(
          Boolean,
        ),
        people: (people.get(id) ?? []).map((one) =>
          [one.name, one.title].filter(Boolean).join(' '),
        ),
      })),
    ],
  }));
  const first = any ? [{ cards: [anyCard('any', words.anyClinic, words.anyClinicText)] }] : [];
  return {
    heading: words.chooseClinic,
    groups: [...first, ...groups],
    isLong: count > manyClinics,
  };
}

function anyCard(value: string, name: string, text: string): FirstLookCard {
  return { value, name, isAny: true, facts: [text] };
}
