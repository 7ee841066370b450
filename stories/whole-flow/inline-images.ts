import type { Account } from '../../src/contract/index.js';

/** Images by address: each is asked for once. */
const known = new Map<string, Promise<string>>();

/**
 * An account's answer with its images as addresses of this page, since an `<img>` asks the network and not a `fetch`
 * that it is handed; every other answer as it is.
 */
export async function withInlineImages(
  request: Request,
  answer: Response,
  inside: (request: Request) => Promise<Response>,
): Promise<Response> {
  const isAccount = /\/v1\/accounts\/[^/]+$/.test(new URL(request.url).pathname);
  if (request.method !== 'GET' || !answer.ok || !isAccount) return answer;
  const account = (await answer.json()) as Account;
  const inline = (url: string) => {
    const image = known.get(url) ?? load(new Request(new URL(url, request.url)), inside);
    known.set(url, image);
    return image;
  };
  const { logo } = account.theme;
  const offers = account.offers.map(async (offer) =>
    offer.photo ? { ...offer, photo: await inline(offer.photo) } : offer,
  );
  const own: Account = {
    ...account,
    theme: {
      ...account.theme,
      ...(logo ? { logo: { ...logo, url: await inline(logo.url) } } : {}),
    },
    offers: await Promise.all(offers),
  };
  return Response.json(own);
}

async function load(
  request: Request,
  inside: (request: Request) => Promise<Response>,
): Promise<string> {
  const image = await inside(request);
  return URL.createObjectURL(await image.blob());
}
