import { sqlState } from '../store/sql-state.js';

/**
 * A failure in words that are safe to log: names, SQLSTATE and where it happened. Never messages, since those of a
 * database quote the values of a query, and with them patients (N-02).
 */
export function describeError(error: unknown): string {
  const names: string[] = [];
  let innermost: Error | undefined;
  for (let cause = error; cause instanceof Error && names.length < 8; cause = cause.cause) {
    names.push(cause.name);
    innermost = cause;
  }
  const { constraint } = (innermost ?? {}) as { constraint?: unknown };
  const state = sqlState(error);
  const places = innermost?.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? [];
  return [
    [
      names.join(' < ') || typeof error,
      ...(state ? [`SQLSTATE ${state}`] : []),
      ...(typeof constraint === 'string' ? [`constraint ${constraint}`] : []),
    ].join(', '),
    ...places.slice(0, 8),
  ].join('\n');
}
