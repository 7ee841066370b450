const browsers = [
  ['Edge', /\bEdg(e|A|iOS)?\//],
  ['Opera', /\bOPR\//],
  ['Samsung Internet', /\bSamsungBrowser\//],
  ['Firefox', /\b(Firefox|FxiOS)\//],
  ['Chrome', /\b(Chrome|CriOS)\//],
  ['Safari', /\bSafari\//],
] as const;

const systems = [
  ['Android', /\bAndroid\b/],
  ['iPhone', /\biPhone\b/],
  ['iPad', /\biPad\b/],
  ['ChromeOS', /\bCrOS\b/],
  ['Windows', /\bWindows\b/],
  ['macOS', /\bMac OS X\b/],
  ['Linux', /\bLinux\b/],
] as const;

/** Browser and system of a `User-Agent`, such as `Firefox, Windows`: enough to know one's own session by, and nothing more. */
export function deviceOf(userAgent: string | undefined): string {
  const text = userAgent ?? '';
  const named = [browsers, systems].map(
    (list) => list.find(([, pattern]) => pattern.test(text))?.[0],
  );
  return named.filter((name) => name !== undefined).join(', ');
}
