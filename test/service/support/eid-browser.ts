import type { TestService } from './service.js';

/** Where the service of a test lies. */
export const serviceOrigin = 'http://service.test';

interface Cookie {
  path: string;
  value: string;
}

/** What a browser got. */
export interface Visit {
  url: string;
  status: number;
  headers: Headers;
  text: string;
}

/** A browser with cookies of its own, in front of the service and of real servers. */
export class EidBrowser {
  private readonly jars = new Map<string, Map<string, Cookie>>();

  constructor(private readonly service: TestService) {}

  /** One request without following what it answers; cookies are kept and sent by host and path. */
  async send(
    url: string,
    { method = 'GET', headers = {}, form }: Sent = {},
  ): Promise<Visit & { location: string | undefined }> {
    const { origin, pathname, search } = new URL(url);
    const cookie = [...this.jarOf(url)]
      .filter(([, { path }]) => pathname === path || pathname.startsWith(path.replace(/\/?$/, '/')))
      .map(([name, { value }]) => `${name}=${value}`)
      .join('; ');
    const all = { ...(cookie ? { Cookie: cookie } : {}), ...headers };
    const answer =
      origin === serviceOrigin
        ? await this.ofService(`${pathname}${search}`, method, all)
        : await ofNetwork(url, method, all, form);
    this.take(url, answer.headers);
    const to = answer.headers.get('Location');
    return { url, ...answer, location: to === null ? undefined : new URL(to, url).href };
  }

  /** Keeps the cookies of an answer from a host. */
  take(url: string, headers: Headers): void {
    const jar = this.jarOf(url);
    for (const line of headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      const path = /;\s*path=([^;]+)/i.exec(line)?.[1] ?? '/';
      if (value === '' || /max-age=0/i.test(line)) jar.delete(name);
      else jar.set(name, { path, value });
    }
  }

  /** A cookie's value; empty when there is none. */
  cookie(url: string, name: string): string {
    return this.jarOf(url).get(name)?.value ?? '';
  }

  /** Goes where an address leads, up to the first page; stops before `until` and says where it would have gone. */
  async visit(url: string, until?: string, first: Sent = {}): Promise<Visit> {
    let sent = await this.send(url, first);
    for (let count = 0; sent.location !== undefined && count < 20; count += 1) {
      if (until !== undefined && sent.location.startsWith(until)) {
        return { ...sent, url: sent.location };
      }
      sent = await this.send(sent.location);
    }
    return sent;
  }

  /** Logs a test person in at the provider (`cancel`: turns round there); returns the callback's address, not visited yet. */
  async logInAtProvider(url: string, person: string): Promise<string> {
    const callback = `${serviceOrigin}/v1/eid/callback`;
    const page = await this.visit(url, callback);
    if (page.url.startsWith(callback)) return page.url;
    if (!page.text.includes('<form')) throw new Error(`No login page: ${page.status} ${page.text}`);
    const form = new URLSearchParams(
      person === 'cancel' ? { do: 'cancel' } : { do: 'login', person },
    );
    const back = await this.visit(page.url, callback, { method: 'POST', form });
    if (!back.url.startsWith(callback)) throw new Error(`No way back: ${back.status} ${back.text}`);
    return back.url;
  }

  private jarOf(url: string): Map<string, Cookie> {
    const { hostname } = new URL(url);
    const jar = this.jars.get(hostname) ?? new Map<string, Cookie>();
    this.jars.set(hostname, jar);
    return jar;
  }

  private async ofService(path: string, method: string, headers: Record<string, string>) {
    const { body, ...rest } = await this.service.request(path, { method, headers });
    return { ...rest, text: typeof body === 'string' ? body : JSON.stringify(body) };
  }
}

interface Sent {
  method?: string;
  headers?: Record<string, string>;
  form?: URLSearchParams;
}

async function ofNetwork(
  url: string,
  method: string,
  headers: Record<string, string>,
  form: URLSearchParams | undefined,
) {
  const answer = await fetch(url, {
    method,
    headers,
    redirect: 'manual',
    ...(form ? { body: form } : {}),
  });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}
