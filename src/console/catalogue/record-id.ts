const letters: Readonly<Record<string, string>> = { æ: 'ae', ø: 'o', ß: 'ss', đ: 'd', ł: 'l' };

/**
 * The id of something new: its name as an address has it, since links name clinics and clinicians by it, and a random end, so that a
 * name may come twice.
 */
export function newRecordId(name: string, random: string = crypto.randomUUID()): string {
  const slug = name
    .toLowerCase()
    .replace(/[æøßđł]/g, (letter) => letters[letter]!)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-|-$/g, '');
  return [slug, random.slice(0, 8)].filter(Boolean).join('-');
}
