import { invalid } from '../../context/problem.js';
import type { Condition } from '../../staff/records/version.js';

/** The version of an answer as its strong entity tag (RFC 9110, 8.8.3). */
export function versionHeader(version: string | undefined): Record<string, string> {
  return version === undefined ? {} : { ETag: `"${version}"` };
}

/**
 * For which state of a record a call is meant, by `If-Match` and `If-None-Match: *` (RFC 9110, 13.1). A tag counts without its
 * `W/` as well, since an answer that was compressed on the way has a weak one. Throws `invalid` for what is no list of tags.
 */
export function conditionOf(header: (name: string) => string | undefined): Condition {
  const ifMatch = header('If-Match');
  const isNew = header('If-None-Match')?.trim() === '*';
  return {
    ...(ifMatch === undefined ? {} : { ifMatch: tagsIn(ifMatch) }),
    ...(isNew ? { isNew } : {}),
  };
}

function tagsIn(text: string): string[] {
  const tags = text.split(',').map((tag) => tag.trim());
  return tags.map((tag) => {
    if (tag === '*') return tag;
    const [, version] = /^(?:W\/)?"([\x21\x23-\x7e]*)"$/.exec(tag) ?? [];
    if (version === undefined) throw invalid({ path: 'If-Match', code: 'format' });
    return version;
  });
}
