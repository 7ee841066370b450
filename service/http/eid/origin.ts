import type { Services } from '../../context/services.js';
import type { Call } from '../routing/call.js';

/** Root under which browsers reach the service, without a slash at its end. */
export function rootOf({ publicUrl }: Services, request: Request): string {
  return publicUrl ?? new URL(request.url).origin;
}

/** Whether a page on the service's own origin makes the call: no other page may use the service's cookies (CSRF). */
export function isFromOwnPage({ header }: Call, root: string): boolean {
  const site = header('Sec-Fetch-Site');
  const isOwn = header('Origin') === new URL(root).origin;
  return isOwn && (!site || site === 'same-origin');
}
