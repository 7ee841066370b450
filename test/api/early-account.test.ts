import { expect } from '@open-wc/testing';
import { earlyAccount } from '../../src/api/early-account.js';

describe('an account that is asked for early', () => {
  const own = window.fetch;
  let asked: string[] = [];
  let answer: () => Promise<Response>;

  beforeEach(() => {
    asked = [];
    answer = () => Promise.resolve(new Response('{}'));
    window.fetch = (input) => {
      asked.push(input as string);
      return answer();
    };
  });

  afterEach(() => {
    window.fetch = own;
  });

  it('[P-49] is asked for once, and handed on once', async () => {
    const early = earlyAccount('https://a.example/v1/accounts/en');
    expect(earlyAccount('https://a.example/v1/accounts/en')).to.equal(early);
    expect(asked.length).to.equal(1);
    await early('https://a.example/v1/accounts/en');
    expect(asked.length).to.equal(1);
    await early('https://a.example/v1/accounts/en');
    await early('https://a.example/v1/accounts/en/slots');
    expect(asked.length, 'everything else goes to the network').to.equal(3);
  });

  it('[P-49] is asked for again where the early answer did not come, and not waited for beyond the limit', async () => {
    answer = () => Promise.reject(new TypeError('offline'));
    const early = earlyAccount('https://a.example/v1/accounts/to');
    answer = () => Promise.resolve(new Response('later'));
    const late = await early('https://a.example/v1/accounts/to');
    expect(await late.text()).to.equal('later');

    answer = () => new Promise(() => undefined);
    const stalled = earlyAccount('https://a.example/v1/accounts/tre');
    const limit = new AbortController();
    const waiting = stalled('https://a.example/v1/accounts/tre', { signal: limit.signal });
    limit.abort(new Error('too late'));
    const failed = await waiting.catch((error: unknown) => String(error));
    expect(failed).to.contain('too late');
  });
});
