import { isUuid } from '../context/ids.js';
import type { Work } from '../context/work.js';
import type { Report } from '../store/sms-traffic.js';
import { keepReport, noteReport } from '../store/sms-traffic.js';
import { erasedTexts } from '../messages/outbox.js';

/** Takes reports of a gateway (M-13); one about a message that is not known under its id yet is kept for when it is. */
export async function takeReports(work: Work, reports: readonly Report[]): Promise<void> {
  const { tx, account, now } = work;
  // In one order, so that two calls with the same messages do not wait for each other in a circle.
  const sorted = reports.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
  for (const { id, ...report } of sorted) {
    const own = id?.toLowerCase();
    const isOwn = own !== undefined && isUuid(own);
    const isKnown = await noteReport(tx, { ...report, id: isOwn ? own : undefined }, erasedTexts);
    const { gatewayId, delivery, at } = report;
    if (!isKnown && gatewayId && delivery !== 'taken') {
      await keepReport(tx, account.id, { gatewayId, delivery, at }, new Date(now));
    }
  }
}

const keyOf = ({ id, gatewayId }: Report) => id ?? gatewayId ?? '';

export type { Report };
