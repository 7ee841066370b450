import { languageOf } from '../locales/languages.js';

/** What of an element's set-up decides whether it can work. */
export interface SetUp {
  readonly localName: string;
  readonly account: string;
  readonly api: string;
  readonly lang?: string;
  readonly view?: string | undefined;
  readonly step?: string | undefined;
}

/** Values of the attributes that take one of a few. */
const values: Readonly<Record<string, string>> = {
  lang: 'nb, sv, fi, da, en',
  view: 'booking, login, appointments',
  step: 'clinic, treatment, clinician, time, details, confirm',
};

/** Why the account cannot be read, for whoever sets the page up: attribute, value and remedy. */
function accountProblem({ account, api }: SetUp, kind: string): string | undefined {
  const { protocol, origin } = location;
  if (!account)
    return 'has no `account`. Write account="…", the name of the account at the service.';
  const root = api || origin;
  const isInsecure = protocol === 'https:' && api.startsWith('http:');
  const isSetTo = api
    ? `api="${api}"`
    : `no \`api\`, so that the page's own origin ${origin} is asked`;
  switch (kind) {
    case 'not-found':
      return `account="${account}": the service at ${root} has no such account. Correct its name, or \`api\`.`;
    case 'invalid-answer':
      return `has ${isSetTo}, where no booking service answers. Write api="https://…", the root of the booking API.`;
    case 'unreachable':
    case 'timeout':
      return isInsecure
        ? `has ${isSetTo}, which browsers do not load on an https page. Write api="https://…".`
        : `has ${isSetTo}, which gives no answer. Check its address, that it runs, and \`connect-src\` of the page's Content-Security-Policy.`;
    default:
      return undefined;
  }
}

function tell({ localName }: SetUp, problem: string | undefined): void {
  if (!problem) return;
  // eslint-disable-next-line no-console -- tells the web master, not the patient
  console.error(`<${localName}> ${problem} See "When it does not work" in docs/embedding.md.`);
}

/** Says in the console why the account cannot be read; `kind` is that of the failure. */
export function tellAccountProblem(element: SetUp, kind: string): void {
  tell(element, accountProblem(element, kind));
}

/** Says in the console that nobody can log in on this page. */
export function tellUnlisted(element: SetUp): void {
  tell(
    element,
    `account="${element.account}": ${location.origin} is not among its \`allowedOrigins\`, so nobody can log in on this page. Add the origin in the account's settings.`,
  );
}

/** Says in the console which attributes have a value that means nothing; they are ignored. */
export function tellAttributes(element: SetUp): void {
  for (const [name, allowed] of Object.entries(values)) {
    const value = element[name as 'view'];
    const isKnown = name === 'lang' ? languageOf(value) : allowed.split(', ').includes(value ?? '');
    if (value && !isKnown)
      tell(element, `${name}="${value}" is ignored. Write one of ${allowed}, or leave it out.`);
  }
}
