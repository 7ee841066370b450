import type {
  Account,
  AccountStatus,
  ClinicInput,
  StaffSettings,
  Texts,
} from '../../../contract/index.js';
import { Settings } from '../../../contract/index.js';
import { accentPalette } from '../../../domain/accent-palette.js';

/** What is edited and not saved yet: it takes the place of what is stored. */
export interface Draft {
  readonly settings?: StaffSettings;
  readonly texts?: Texts;
  /** `#rrggbb`; null: the standard one. */
  readonly accent?: string | null;
  /** A `data:` address; null: none. */
  readonly logo?: { url: string; width: number; height: number } | null;
  readonly status?: AccountStatus;
  readonly clinic?: { readonly id: string; readonly input: ClinicInput };
}

/** Nothing is changed: what patients see is what is stored. */
export const noDraft: Draft = {};

type Json = Record<string, unknown>;

/** As long as a real one. */
const holdSeconds = 600;

const json = (status: number, body: unknown): Response =>
  new Response(status === 204 ? null : JSON.stringify(body), {
    status,
    headers: { 'Content-Type': status < 400 ? 'application/json' : 'application/problem+json' },
  });

/**
 * The network as the preview sees it (C-06): the account with the draft in it, real free times, and nothing that is booked. Times are
 * held in words only, so that no patient loses one to a preview.
 */
export function previewFetch(real: typeof fetch, draft: () => Draft): typeof fetch {
  let account: Account | undefined;
  return async (input, init) => {
    const request = new Request(input, init);
    const { pathname } = new URL(request.url);
    if (request.method === 'GET') {
      const response = await real(input, init);
      const isAccount = /^\/v1\/accounts\/[^/]+$/.test(pathname);
      if (!isAccount || !response.ok) return response;
      account = withDraft((await response.json()) as Account, draft());
      return json(200, account);
    }
    if (pathname.endsWith('/holds'))
      return json(201, hold((await request.json()) as Json, account));
    if (pathname.includes('/holds/')) return json(204, undefined);
    return json(503, {
      type: 'urn:opus-booking:closed',
      code: 'closed',
      title: 'A preview.',
      status: 503,
    });
  };
}

/** A hold in words only: of the first offer that fits what was chosen. */
function hold({ start, clinic, clinician, treatment }: Json, account: Account | undefined): Json {
  const offer = account?.offers.find(
    (one) =>
      (clinic === undefined || one.clinic === clinic) &&
      (clinician === undefined || one.clinician === clinician) &&
      one.treatments.includes(String(treatment)),
  );
  const minutes = account?.treatments.find(({ id }) => id === treatment)?.minutes ?? 30;
  return {
    id: crypto.randomUUID(),
    token: 'p'.repeat(43),
    slot: {
      start,
      minutes,
      clinic: clinic ?? offer?.clinic,
      clinician: clinician ?? offer?.clinician,
      treatment,
    },
    expiresAt: new Date(Date.now() + holdSeconds * 1000).toISOString(),
    expiresIn: holdSeconds,
    extensionsLeft: 0,
  };
}

function withDraft(account: Account, draft: Draft): Account {
  const { settings, texts, accent, logo, status, clinic } = draft;
  return {
    ...account,
    ...(settings ? { settings: toPublic(settings, account.settings) } : {}),
    ...(texts ? { texts: withoutEmpty(texts) as Texts } : {}),
    ...(status ? { status } : {}),
    ...(clinic ? { clinics: withClinic(account.clinics, clinic) } : {}),
    theme: withTheme(account.theme, accent, logo),
  };
}

/** What patients see of a clinic that is edited; a text that was emptied is none. */
function withClinic(
  clinics: Account['clinics'],
  { id, input }: NonNullable<Draft['clinic']>,
): Account['clinics'] {
  const { name, address1, postalCode, city, phone, email } = input;
  const own = { address2: input.address2, heading: input.heading, text: input.text };
  const written = Object.fromEntries(Object.entries(own).filter(([, text]) => text));
  return clinics.map((clinic) => {
    if (clinic.id !== id) return clinic;
    const { address2: _address2, heading: _heading, text: _text, ...rest } = clinic;
    return { ...rest, name, address1, postalCode, city, phone, email, ...written };
  });
}

/** What of the settings patients' pages know. */
function toPublic(settings: StaffSettings, stored: Account['settings']): Account['settings'] {
  const known = Object.entries(settings).filter(([name]) => name in Settings.shape);
  const { on, sms, eid } = settings.login;
  const login = on ? { sms, eid } : { sms: false, eid: [] };
  return { ...stored, ...Object.fromEntries(known), login };
}

const withoutEmpty = (texts: Texts): Json =>
  Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ''));

function withTheme(theme: Account['theme'], accent: Draft['accent'], logo: Draft['logo']) {
  const { accent: storedAccent, palette: _palette, logo: storedLogo, ...rest } = theme;
  const colour = accent === undefined ? storedAccent : (accent ?? undefined);
  const shown = logo === undefined ? storedLogo : (logo ?? undefined);
  return {
    ...rest,
    ...(colour === undefined ? {} : { accent: colour }),
    palette: accentPalette(colour),
    ...(shown === undefined ? {} : { logo: shown }),
  };
}
