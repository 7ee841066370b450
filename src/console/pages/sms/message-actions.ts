import type { Action } from './message-menu.js';
import type { Message } from './message-row.js';
import { isChangeable, isReceived } from './message-row.js';
import type { smsWords } from './sms-words.js';

/** What staff note on a message that came in. */
export type Mark = { read: boolean } | { followUp: boolean };

/** What a list does with one of its messages. */
export interface Deeds {
  readonly open: (message: Message) => void;
  readonly change: (message: Message) => void;
  readonly sendNow: (message: Message) => void;
  readonly cancel: (message: Message) => void;
  readonly mark: (message: Message, mark: Mark) => void;
}

/** The actions that a message has (*Sendt*, *Mottatt*): what waits is changed, sent and cancelled, what came in is marked. */
export function actionsOf(
  message: Message,
  words: Record<keyof typeof smsWords, string>,
  deeds: Deeds,
): Action[] {
  const action = (name: string, label: string, act: () => void): Action => ({
    ...{ name, label },
    do: act,
  });
  const open = action('open', words.open, () => deeds.open(message));
  if (isReceived(message)) {
    const isRead = message.status === 'read';
    const { followUp } = message;
    return [
      open,
      action('read', isRead ? words.markUnread : words.markRead, () =>
        deeds.mark(message, { read: !isRead }),
      ),
      action('follow-up', followUp ? words.followed : words.followUp, () =>
        deeds.mark(message, { followUp: !followUp }),
      ),
    ];
  }
  if (!isChangeable(message)) return [open];
  return [
    open,
    action('change', words.change, () => deeds.change(message)),
    action('send', words.sendNow, () => deeds.sendNow(message)),
    action('cancel', words.cancel, () => deeds.cancel(message)),
  ];
}
