import type { Market } from '../../src/contract/primitives.js';
import type { CivilDate } from '../../src/domain/civil-date.js';
import { parseNationalId } from '../../src/domain/national-id/national-id.js';

/** Who an OpenID provider says is there. */
export interface EidIdentity {
  /** Normalized. */
  nationalId: string;
  firstName: string;
  lastName: string;
}

const longestName = 200;

function textOf(claim: unknown): string {
  return typeof claim === 'string' ? claim.trim().slice(0, longestName) : '';
}

/**
 * Who checked claims tell of: the national ID by the market's rules, names from `given_name` and `family_name`, else
 * from `name` (OpenID Connect Core §5.1). Undefined where the claim holds no ID of the market. `today` is the clinic's date.
 */
export function identityOf(
  claims: Readonly<Record<string, unknown>>,
  nationalIdClaim: string,
  market: Market,
  today: CivilDate,
): EidIdentity | undefined {
  const id = claims[nationalIdClaim];
  const reading = typeof id === 'string' && parseNationalId(market, id, { today });
  if (!reading || !reading.ok) return undefined;
  const [firstName, lastName] = [textOf(claims.given_name), textOf(claims.family_name)];
  const words = textOf(claims.name).split(/\s+/);
  const isNamed = firstName !== '' || lastName !== '';
  return {
    nationalId: reading.value.normalized,
    firstName: isNamed ? firstName : words.slice(0, -1).join(' '),
    lastName: isNamed ? lastName : (words.at(-1) ?? ''),
  };
}
