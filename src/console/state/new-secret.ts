/** A secret that nobody can guess: 32 random bytes as base64url, which an address may hold too. */
export function newSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/** An address with a name and a password, as those take it who sign nothing (RFC 3986, 3.2.1). */
export function withPassword(address: string, password: string): string {
  const url = new URL(address);
  url.username = 'opus';
  url.password = password;
  return url.href;
}
