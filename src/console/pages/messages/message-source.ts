import type { MessageText, MessageTextInput, MessageTextList } from '../../../contract/index.js';
import type { StaffApi } from '../../api/staff-api.js';
import { StaffError } from '../../api/staff-error.js';
import type { RecordSource } from '../../state/record-editor.js';

/** What is known of a text beside what is edited. */
export interface MessageFacts {
  readonly text: MessageText;
  readonly samples: MessageTextList['samples'];
  /** Of the account's own text; undefined while the standard one is in force. */
  readonly version: string | undefined;
}

/** Reads the text in force and stores the account's own; `learn` gets what is known of it with each reading. */
export const messageSource = (
  api: StaffApi,
  id: string,
  learn: (facts: MessageFacts) => void,
): RecordSource<MessageTextInput> => ({
  read: async () => {
    const { data } = await api.call('messageTexts');
    const { items, samples } = data as MessageTextList;
    const text = items.find((item) => item.id === id);
    if (!text) throw new StaffError('not-found');
    const version = text.isStandard ? undefined : (await api.call('messageText', { id })).version;
    learn({ text, samples, version });
    return { data: toInput(text), version };
  },
  store: (draft, _before, version) =>
    api.call('putMessageText', {
      id,
      body: draft,
      // The first own text must not replace one that somebody else has written meanwhile.
      ...(version === undefined ? { isNew: true } : { version }),
    }),
});

function toInput({ channel, subject, text, format }: MessageText): MessageTextInput {
  return channel === 'sms' ? { text } : { subject: subject ?? '', text, format };
}
