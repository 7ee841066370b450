import type { Hono } from 'hono';
import { hour } from '../context/budgets.js';
import type { CspViolation, Services } from '../context/services.js';
import { readText } from './routing/request-body.js';

/** Where browsers report what a page's Content-Security-Policy has refused. */
const path = '/csp-report';

/** Bytes of a report that is read; browsers send one to three kilobytes. */
const maxBytes = 16_384;
/** Reports that are read in one minute; what is beyond is not looked at. */
const mostAMinute = 60;
/** Reports of one request that are looked at. */
const mostAtOnce = 10;
/** Different violations that are remembered, each of which is told once an hour. */
const maxKnown = 500;

/**
 * `POST /csp-report`: takes violations in both formats of browsers (`report-uri`, `report-to`) and hands on the directive and the
 * origin alone: a page's address may say what a patient chose, and a sample what was typed (N-02). The answer is always empty.
 */
export function registerCspReports(app: Hono, { clock, onCspViolation }: Services): void {
  let minute = 0;
  let count = 0;
  const told = new Map<string, number>();

  const tell = (violation: CspViolation) => {
    const key = `${violation.directive} ${violation.blocked}`;
    const now = clock();
    if (now - (told.get(key) ?? -Infinity) < hour) return;
    for (const [known, at] of told) {
      if (told.size < maxKnown && now - at < hour) break;
      told.delete(known);
    }
    told.delete(key);
    told.set(key, now);
    onCspViolation(violation);
  };

  app.post(path, async (context) => {
    const now = Math.floor(clock() / 60_000);
    if (now !== minute) [minute, count] = [now, 0];
    count += 1;
    if (count > mostAMinute) {
      return new Response(null, { status: 429, headers: { 'Retry-After': '60' } });
    }
    const text = await readText(context.req.raw, maxBytes);
    violationsIn(text).slice(0, mostAtOnce).forEach(tell);
    return new Response(null, { status: 204 });
  });
}

function violationsIn(text: string): CspViolation[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return [];
  }
  const reports = Array.isArray(value)
    ? value.map((report: unknown) => fieldOf(report, 'body'))
    : [fieldOf(value, 'csp-report')];
  return reports.flatMap((report) => {
    const directive =
      fieldOf(report, 'effectiveDirective') ?? fieldOf(report, 'violated-directive');
    const blocked = fieldOf(report, 'blockedURL') ?? fieldOf(report, 'blocked-uri');
    const [name = ''] = typeof directive === 'string' ? directive.split(' ') : [];
    return /^[a-z-]{3,40}$/.test(name) ? [{ directive: name, blocked: originOf(blocked) }] : [];
  });
}

function fieldOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return (value as Record<string, unknown>)[name];
}

/** The origin of an address, the scheme alone where that is no web page's, or the word that stands in its place (`inline`). */
function originOf(blocked: unknown): string {
  if (typeof blocked !== 'string') return 'unknown';
  if (/^[a-z-]{2,30}$/.test(blocked)) return blocked;
  if (!URL.canParse(blocked)) return 'unknown';
  const { origin, protocol } = new URL(blocked);
  return (/^(https?|wss?):$/.test(protocol) ? origin : protocol).slice(0, 200);
}
