import { invalid } from '../context/problem.js';
import type { RecordValue } from '../core/record-diff.js';
import { findKeptImage, keepImage } from '../store/staff/history.js';
import type { StaffWork } from './actor.js';
import { fromBase64, imageHash, toBase64 } from './stored-image.js';

type Image = { base64: string };
type NamedImage = { hash: string };

const isImage = (part: unknown): part is Image =>
  typeof part === 'object' && part !== null && 'base64' in part;
const isNamed = (part: unknown): part is NamedImage =>
  typeof part === 'object' && part !== null && 'hash' in part;

/** A record with its images named by their hashes, as the history keeps it, and the bytes of each. */
export async function withNamedImages(
  value: RecordValue,
): Promise<{ value: RecordValue; images: Map<string, string> }> {
  const images = new Map<string, string>();
  const named: Record<string, unknown> = { ...value };
  for (const [field, part] of Object.entries(value)) {
    if (!isImage(part)) continue;
    const { base64, ...rest } = part;
    const hash = await imageHash(base64);
    images.set(hash, base64);
    named[field] = { ...rest, hash };
  }
  return { value: named, images };
}

/** Hashes of the images that a record of the history names. */
export function hashesIn(value: RecordValue | undefined): string[] {
  return Object.values(value ?? {}).flatMap((part) => (isNamed(part) ? [part.hash] : []));
}

/** Keeps images for as long as the history names them. */
export async function keepImages(
  { tx, account, now }: StaffWork,
  hashes: readonly string[],
  images: ReadonlyMap<string, string>,
): Promise<void> {
  for (const hash of hashes) {
    const bytes = fromBase64(images.get(hash)!);
    await keepImage(tx, { accountId: account.id, hash, bytes, keptAt: new Date(now) });
  }
}

/** A record of the history with the bytes of its images; throws `invalid` where they are forgotten. */
export async function withKeptImages(work: StaffWork, value: RecordValue): Promise<RecordValue> {
  const whole: Record<string, unknown> = { ...value };
  for (const [field, part] of Object.entries(value)) {
    if (!isNamed(part)) continue;
    const { hash, ...rest } = part;
    const bytes = await findKeptImage(work.tx, hash);
    if (!bytes) throw invalid({ path: field, code: 'gone' });
    whole[field] = { ...rest, base64: toBase64(bytes) };
  }
  return whole;
}
