/** Where an account's calls go: `root` ends with a slash, `prefix` does not. */
export interface Address {
  readonly root: string;
  readonly prefix: string;
}

/** The addresses of an account at a service; without a `url` that is the page's own origin. */
export function addressOf({ account, url }: { account: string; url?: string }): Address {
  const root = new URL(url || '/', document.baseURI).href.replace(/\/*$/, '/');
  return { root, prefix: `${root}v1/accounts/${encodeURIComponent(account)}` };
}
