import * as z from 'zod/mini';

/** What can be read together, by the names of the calls that read one: all with the right `read`, and short enough to be whole. */
export const readTogether = [
  'settings',
  'texts',
  'theme',
  'status',
  'subdomain',
  'lists',
  'companies',
  'groups',
  'clinics',
  'clinicians',
  'categories',
  'resources',
  'templates',
  'templateLists',
  'preblockDefinitions',
  'preblockLists',
] as const;
export type ReadTogether = (typeof readTogether)[number];

export const isReadTogether = (name: string): name is ReadTogether =>
  (readTogether as readonly string[]).includes(name);

const name = `(?:${readTogether.join('|')})`;

const version = '[\\w-]{22}';

/** Names, and versions of what the caller has already, with commas between them. */
export const ReadingsQuery = z.object({
  of: z.string().check(z.maxLength(400), z.regex(new RegExp(`^${name}(?:,${name})*$`))),
  known: z.optional(
    z.string().check(z.maxLength(400), z.regex(new RegExp(`^${version}(?:,${version})*$`))),
  ),
});

/** By name, what its own call answers, with the `ETag` of that; without the body where the caller knows that version. */
export const Readings = z.record(
  z.string(),
  z.object({ version: z.string(), body: z.optional(z.record(z.string(), z.unknown())) }),
);
export type Readings = z.infer<typeof Readings>;
