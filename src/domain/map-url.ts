import type { Clinic } from '../contract/index.js';

/**
 * Where a map shows a clinic: by name and address, so that the map names it, too; undefined where staff have stored no street. A
 * phone opens its app for maps with it (https://developers.google.com/maps/documentation/urls).
 */
export function mapUrlOf({
  name,
  address1,
  postalCode,
  city,
}: Pick<Clinic, 'name' | 'address1' | 'postalCode' | 'city'>): string | undefined {
  if (!address1) return undefined;
  const query = [name, address1, `${postalCode} ${city}`.trim()].filter(Boolean).join(', ');
  return `https://www.google.com/maps/search/?${new URLSearchParams({ api: '1', query }).toString()}`;
}
