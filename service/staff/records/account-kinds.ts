import type { RecordValue } from '../../core/record-diff.js';
import { findLogo, siteNameOf } from '../../store/accounts.js';
import * as account from '../account.js';
import { changeReminders, readReminders } from '../reminders.js';
import type { StaffWork } from '../actor.js';
import { toBase64 } from '../stored-image.js';
import { changeSubdomain, readSubdomain } from '../subdomain.js';
import type { RecordKind } from './record-kind.js';

/** What an account has one of. */
function single(
  read: (work: StaffWork) => RecordValue | Promise<RecordValue>,
  store: (work: StaffWork, input: never) => Promise<unknown>,
  toInput?: RecordKind['toInput'],
): RecordKind {
  return {
    right: 'settings',
    read: async (work) => read(work),
    store: async (work, _id, input) => void (await store(work, input)),
    keepsValues: true,
    canUndo: true,
    ...(toInput ? { toInput } : {}),
  };
}

/** The fields to which paths lead, whole: a patch of them leaves the others as they are. */
function patchOf(value: RecordValue, fields: readonly string[]): RecordValue {
  const names = new Set(fields.map((path) => path.split('.')[0]!));
  return Object.fromEntries([...names].map((name) => [name, value[name] ?? null]));
}

/** Texts that are to go are patched with empty ones. */
function emptied(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value ?? '';
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, emptied(part)]));
}

/** The colour and the logo as they were sent. */
async function readTheme({ tx, account: row }: StaffWork): Promise<RecordValue> {
  const { accent, logoType: type, logoWidth: width, logoHeight: height } = row;
  const logo = type === null ? undefined : await findLogo(tx);
  return {
    accent,
    logo: logo ? { type, base64: toBase64(logo.bytes), width, height } : null,
  };
}

/** The account's own row, part by part, by the names of the contract. */
export const accountKinds = {
  lists: single(
    ({ account: { bookingList, timebookList, preblockList } }) => ({
      ...{ bookingList, timebookList, preblockList },
    }),
    account.assignLists,
  ),
  settings: single(({ account: { settings } }) => settings, account.changeSettings, patchOf),
  texts: single(
    ({ account: { texts } }) => texts,
    account.changeTexts,
    (value, fields) => emptied(textsPatchOf(value, fields)) as RecordValue,
  ),
  theme: single(readTheme, account.changeTheme, patchOf),
  script: single(account.readScript, account.changeScript),
  reminders: single(readReminders, changeReminders, (value, fields) =>
    remindersPatchOf(patchOf(value, fields)),
  ),
  subdomain: {
    ...single(
      async (work) => ({ ...(await readSubdomain(work)) }),
      changeSubdomain,
      ({ name }) => ({ name }),
    ),
    // Former names come and go by themselves.
    compared: ({ account: row }: StaffWork) => Promise.resolve({ name: siteNameOf(row) }),
  },
  status: single(
    ({ account: { status, maintenance, unpublished, newBookingOff } }) => ({
      ...{ status, maintenance, unpublished, newBookingOff },
    }),
    account.changeStatus,
    // What is worked out is not put, but by what was written down before there were switches.
    ({ status, ...switches }, fields) => {
      const named = fields.filter((path) => path !== 'status');
      return named.length === 0 ? { status } : patchOf(switches, named);
    },
  ),
} as const satisfies Record<string, RecordKind>;

/** A patch of texts reaches into each language, so that it names each text that is to go. */
function textsPatchOf(value: RecordValue, fields: readonly string[]): RecordValue {
  const patch: Record<string, unknown> = {};
  for (const path of fields) {
    const [name, language, text] = path.split('.') as [string, string?, string?];
    if (language === undefined || text === undefined) {
      patch[name] = value[name] ?? null;
      continue;
    }
    const translations = (value[name] ?? {}) as Record<string, RecordValue | undefined>;
    const patched = (patch[name] ??= {}) as Record<string, Record<string, unknown>>;
    (patched[language] ??= {})[text] = translations[language]?.[text] ?? null;
  }
  return patch;
}

/** What there was not before has fields without anything in them: it is to go whole. */
function remindersPatchOf(patch: RecordValue): RecordValue {
  const { thankYou, pauses } = patch as {
    thankYou?: { hoursAfter: number | null } | null;
    pauses?: { night: { from: string | null } | null };
  };
  return {
    ...patch,
    ...(thankYou?.hoursAfter === null && { thankYou: null }),
    ...(pauses?.night?.from === null && { pauses: { ...pauses, night: null } }),
  };
}
