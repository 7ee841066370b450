import { expect } from '@open-wc/testing';
import { inOrder } from '../../src/console/pages/sms/thread-order.js';
import type { Message } from '../../src/console/pages/sms/message-row.js';
import type { SentMessage } from '../../src/contract/index.js';

const sent = (id: string, part: Partial<SentMessage>) =>
  ({ id, type: 'reminder-1', ...part }) as Message;
const received = (id: string, receivedAt: string) =>
  ({ id, type: 'received', madeAt: receivedAt, receivedAt }) as unknown as Message;

const ordered = (messages: readonly Message[]) => [...messages].sort(inOrder).map(({ id }) => id);

describe('a conversation by SMS', () => {
  it('[M-09] stands in the order of its clock, what waits below all of that', () => {
    expect(
      ordered([
        sent('waits', {
          madeAt: '2026-12-01T08:00:00+01:00',
          sendsAt: '2026-12-09T12:00:00+01:00',
        }),
        received('answer', '2026-12-02T09:00:00+01:00'),
        sent('reminder', {
          ...{ madeAt: '2026-12-01T08:00:00+01:00', sendsAt: '2026-12-02T08:00:00+01:00' },
          sentAt: '2026-12-02T08:00:03+01:00',
        }),
      ]),
    ).to.deep.equal(['reminder', 'answer', 'waits']);
  });

  it('[M-09] reads an answer of itself below what came in the same minute', () => {
    expect(
      ordered([
        sent('thanks', {
          ...{ madeAt: '2026-12-02T09:00:31+01:00', sendsAt: '2026-12-02T09:00:31+01:00' },
          sentAt: '2026-12-02T09:00:32+01:00',
        }),
        received('yes', '2026-12-02T09:00:30+01:00'),
      ]),
    ).to.deep.equal(['yes', 'thanks']);
  });

  it('[M-09] reads what was answered above the answer, though the gateway said later that it had left', () => {
    expect(
      ordered([
        received('answer', '2026-12-02T08:59:59+01:00'),
        sent('question', {
          ...{ madeAt: '2026-12-02T08:59:58+01:00', sendsAt: '2026-12-02T08:59:58+01:00' },
          ...{ sentAt: '2026-12-02T09:00:00+01:00', answeredAt: '2026-12-02T08:59:59+01:00' },
        }),
      ]),
    ).to.deep.equal(['question', 'answer']);
  });

  it('[M-09] reads a question, its answer and what is sent upon that in this order within one second', () => {
    const at = '2026-12-02T09:00:30+01:00';
    expect(
      ordered([
        // Answered an hour later.
        sent('upon', {
          madeAt: at,
          sendsAt: at,
          sentAt: at,
          answeredAt: '2026-12-02T10:00:00+01:00',
        }),
        received('no', at),
        sent('question', { madeAt: at, sendsAt: at, sentAt: at, answeredAt: at }),
      ]),
    ).to.deep.equal(['question', 'no', 'upon']);
  });

  it('[P-22] goes by instants where the clock is set back', () => {
    expect(
      ordered([
        received('after', '2026-10-25T02:15:00+01:00'),
        received('before', '2026-10-25T02:45:00+02:00'),
      ]),
    ).to.deep.equal(['before', 'after']);
  });
});
