import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { build } from 'vite';

let script: Promise<string> | undefined;

/** The widget's own module of an e-ID login, as one script that leaves `startEidLogin` in the page. */
async function loginScript(): Promise<string> {
  const [output] = (await build({
    configFile: false,
    logLevel: 'silent',
    publicDir: false,
    build: {
      write: false,
      lib: {
        entry: resolve('src/state/session/eid-login.ts'),
        formats: ['iife'],
        name: 'eidLogin',
        fileName: 'eid-login',
      },
    },
  })) as unknown as { output: { code: string }[] }[];
  return `${output!.output[0]!.code}; window.eidLogin = eidLogin;`;
}

/** What became of a login in a page. */
export interface EidResult {
  access?: string;
  lastName?: string;
  nationalId?: string;
  error?: string;
}

/** Begins a login by e-ID in a page, as a button of the widget does in its click; the window it opens, and what comes of it. */
export async function beginEid(
  page: Page,
  { api, account, idp }: { api: string; account: string; idp: string },
): Promise<{ window: Page; result: () => Promise<EidResult> }> {
  // Not as an element: the page's policy allows no script but its own.
  await page.evaluate(await (script ??= loginScript()));
  const opened = page.waitForEvent('popup');
  await page.evaluate(
    ({ root, idp }) => {
      const call = async (path: string, headers: object, body?: object) => {
        const answer = await fetch(`${root}/logins/eid${path}`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json', ...headers },
          ...(body ? { body: JSON.stringify(body) } : {}),
        });
        if (!answer.ok)
          throw Object.assign(new Error(String(answer.status)), { status: answer.status });
        return answer.status === 202 && path !== '' ? undefined : answer.json();
      };
      const host = window as unknown as {
        eidLogin: typeof import('../../src/state/session/eid-login.js');
        eidResult: Promise<unknown>;
      };
      const login = host.eidLogin.startEidLogin(
        {
          begin: () => call('', {}, { idp, returnOrigin: location.origin }),
          exchange: ({ id, token }) => call(`/${id}/exchange`, { 'Login-Token': token }),
        },
        () => undefined,
        60_000,
      );
      host.eidResult = login.session.then(
        ({ access, patient }) => ({
          access,
          lastName: patient.lastName,
          nationalId: patient.nationalIdMasked,
        }),
        (error: Error) => ({ error: error.message }),
      );
    },
    { root: `${api}/v1/accounts/${account}`, idp },
  );
  return {
    window: await opened,
    result: () =>
      page.evaluate(() => (window as unknown as { eidResult: Promise<EidResult> }).eidResult),
  };
}
