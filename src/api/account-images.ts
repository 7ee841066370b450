import type { Account } from '../contract/index.js';

/** The account with image addresses that hold on any page: they may be relative to the API's root. */
export function withAbsoluteImages(account: Account, root: string): Account {
  const absolute = (url: string) => {
    try {
      return new URL(url, root).href;
    } catch {
      return url;
    }
  };
  const { logo } = account.theme;
  return {
    ...account,
    theme: { ...account.theme, ...(logo ? { logo: { ...logo, url: absolute(logo.url) } } : {}) },
    offers: account.offers.map((offer) =>
      offer.photo === undefined ? offer : { ...offer, photo: absolute(offer.photo) },
    ),
  };
}
