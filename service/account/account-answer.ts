import { Settings, type Account, type Offer } from '../../src/contract/index.js';
import { accentPalette } from '../../src/domain/accent-palette.js';
import { treatmentName } from '../../src/domain/treatment-name.js';
import { asksCode, asksLogin, loginWays } from '../core/settings.js';
import { listOffers } from '../core/template-lists.js';
import type { AccountRow } from '../store/accounts.js';
import type { CatalogueRows, LoadedCatalogue } from '../store/catalogue.js';

/** Without empty values: the contract has no null. Only for what may be absent. */
function present<Value extends object>(
  value: Value,
): { [Key in keyof Value]: Exclude<Value[Key], null> } {
  return Object.fromEntries(
    Object.entries(value).filter(([, item]) => item !== null && item !== undefined && item !== ''),
  ) as { [Key in keyof Value]: Exclude<Value[Key], null> };
}

/** The account as patients' pages get it: public settings, and only the clinicians and treatments that are offered. */
export function toAccount(
  account: AccountRow,
  { rows, catalogue }: LoadedCatalogue,
  utf8Email: boolean,
): Account {
  const offers = listOffers(catalogue);
  const offered = {
    clinics: new Set(offers.map(({ clinic }) => clinic)),
    clinicians: new Set(offers.map(({ clinician }) => clinician)),
    treatments: new Set(offers.flatMap(({ treatments }) => treatments)),
  };
  const clinics = rows.clinics.filter(({ archivedAt }) => archivedAt === null);
  const groupIds = new Set(clinics.map(({ groupId }) => groupId));
  const { id, name, market, timeZone, languages, status, texts, textLanguage } = account;
  return {
    id,
    name,
    market,
    timeZone,
    languages,
    status,
    settings: { ...toPublicSettings(account), ...(utf8Email ? { utf8Email } : {}) },
    texts: present(texts),
    textLanguage,
    theme: toTheme(account),
    groups: rows.groups
      .filter((group) => groupIds.has(group.id))
      .map((group) => ({ id: group.id, name: group.name })),
    clinics: clinics.map((clinic) => ({
      id: clinic.id,
      name: clinic.name,
      address1: clinic.address1,
      postalCode: clinic.postalCode,
      city: clinic.city,
      phone: clinic.phone,
      email: clinic.email,
      ...present({
        address2: clinic.address2,
        group: clinic.groupId,
        heading: clinic.heading,
        text: clinic.text,
        latitude: clinic.latitude,
        longitude: clinic.longitude,
      }),
    })),
    clinicians: rows.clinicians
      .filter((clinician) => offered.clinicians.has(clinician.id))
      .map((clinician) => ({
        id: clinician.id,
        name: clinician.name,
        acceptsNewPatients: clinician.acceptsNewPatients,
        ...present({ text: clinician.text }),
      })),
    treatments: rows.templates
      .filter((template) => offered.treatments.has(template.id))
      .map((template) => ({
        id: template.id,
        name: treatmentName(template.name),
        minutes: template.minutes,
        ...present({ description: template.description, priceText: template.priceText }),
      })),
    offers: withConsents(id, offers, rows),
  };
}

/** What the contract lets patients' pages know, as it comes to hold for them; all else stays with the staff. */
function toPublicSettings({ settings }: AccountRow): Account['settings'] {
  const isPublic = ([name]: [string, unknown]) => name in Settings.shape;
  return {
    ...(Object.fromEntries(
      Object.entries(settings).filter(isPublic),
    ) as object as Account['settings']),
    login: loginWays(settings),
    confirmation: asksCode(settings) ? 'code' : 'none',
    newBookingRequiresLogin: asksLogin(settings),
  };
}

function toTheme(account: AccountRow): Account['theme'] {
  const { id, name, accent, logoVersion, logoWidth, logoHeight } = account;
  return {
    ...(accent ? { accent } : {}),
    palette: accentPalette(accent ?? undefined),
    ...(logoVersion && logoWidth && logoHeight
      ? {
          logo: {
            url: `/v1/accounts/${id}/logo?v=${logoVersion}`,
            width: logoWidth,
            height: logoHeight,
            alt: name,
          },
        }
      : {}),
  };
}

/** Title and photo, each only with the clinician's consent at that clinic (P-16). */
function withConsents(accountId: string, offers: readonly Offer[], rows: CatalogueRows): Offer[] {
  const clinicians = new Map(rows.clinicians.map((row) => [row.id, row]));
  const consents = new Map(
    rows.clinicianClinics.map((row) => [`${row.clinicianId} ${row.clinicId}`, row]),
  );
  return offers.map((offer) => {
    const clinician = clinicians.get(offer.clinician);
    const consent = consents.get(`${offer.clinician} ${offer.clinic}`);
    const { title, photoVersion } = clinician ?? {};
    const photo = `/v1/accounts/${accountId}/photos/${offer.clinic}/${offer.clinician}?v=${photoVersion}`;
    return {
      ...offer,
      ...(consent?.titleConsent && title ? { title } : {}),
      ...(consent?.photoConsent && photoVersion ? { photo } : {}),
    };
  });
}
