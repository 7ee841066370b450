import type { Market } from '../../src/contract/primitives.js';
import type { CivilDate } from '../../src/domain/civil-date.js';
import { parseNationalId } from '../../src/domain/national-id/national-id.js';
import { dropInvisible } from '../../src/domain/typed-text.js';

/** Who an OpenID provider says is there. */
export interface EidIdentity {
  /** Normalized. */
  nationalId: string;
  firstName: string;
  lastName: string;
}

const longestName = 200;

function textOf(claim: unknown): string {
  const text = single(claim);
  return typeof text === 'string' ? dropInvisible(text).trim().slice(0, longestName) : '';
}

/** A value, or the only one of a list: some providers wrap a claim of one value. */
function single(value: unknown): unknown {
  return Array.isArray(value) && value.length === 1 ? value[0] : value;
}

/**
 * The claim of exactly this name, which may hold dots as `https://id.example/nin` does; else what its parts lead to, as
 * `nin.value` does to `{ nin: { value } }`.
 */
function claimAt(claims: unknown, name: string): unknown {
  const inner = single(claims);
  if (typeof inner !== 'object' || inner === null) return undefined;
  if (Object.hasOwn(inner, name)) return single((inner as Record<string, unknown>)[name]);
  for (let dot = name.indexOf('.'); dot > 0; dot = name.indexOf('.', dot + 1)) {
    const head = name.slice(0, dot);
    if (!Object.hasOwn(inner, head)) continue;
    const found = claimAt((inner as Record<string, unknown>)[head], name.slice(dot + 1));
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * Who checked claims tell of: the national ID by the market's rules, names from `given_name` and `family_name`, else
 * from `name` (OpenID Connect Core §5.1). `nationalIdClaim` is the name of a claim, or its path with dots. Undefined where the claim holds no ID of the market. `today` is the clinic's date.
 */
export function identityOf(
  claims: Readonly<Record<string, unknown>>,
  nationalIdClaim: string,
  market: Market,
  today: CivilDate,
): EidIdentity | undefined {
  const id = claimAt(claims, nationalIdClaim);
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
