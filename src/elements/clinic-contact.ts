import { html, nothing } from 'lit';
import { clinicPhoneText, clinicPhoneUrl } from '../domain/clinic-phone.js';
import type { Localizer } from '../locales/localizer.js';
import { nonBreaking } from '../locales/non-breaking.js';

/** A clinic's number as a link; nothing where staff have stored none. */
export function renderPhone(phone: string) {
  return phone ? html`<a href=${clinicPhoneUrl(phone)}>${clinicPhoneText(phone)}</a>` : nothing;
}

/** "Call …" with a clinic's number; nothing where staff have stored none. */
export function renderCall(words: Pick<Localizer, 'term'>, phone: string | undefined) {
  if (!phone) return nothing;
  return html`<a href=${clinicPhoneUrl(phone)}
    >${words.term('callClinic', clinicPhoneText(phone))}</a
  >`;
}

interface Place {
  address1: string;
  postalCode: string;
  city: string;
}

/** Street, and postcode with town, which stay together; without what staff have not stored. */
export function addressOf({ address1, postalCode, city }: Place): string[] {
  return [address1, nonBreaking(`${postalCode} ${city}`.trim())].filter(Boolean);
}
