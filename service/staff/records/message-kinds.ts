import { withoutNulls } from '../../core/record-diff.js';
import { findEidProviders } from '../../store/eid-providers.js';
import { listMessageTexts } from '../../store/message-texts.js';
import type { StaffWork } from '../actor.js';
import { deleteEidProvider, putEidProvider } from '../eid-providers.js';
import { deleteMessageText, putMessageText } from '../message-texts.js';
import { deleteSmsSender, putSmsSender } from '../sms-senders.js';
import { listSmsSenders } from '../../store/sms-senders.js';
import type { FoundRecord, RecordKind } from './record-kind.js';

const ownTexts = async ({ tx }: StaffWork): Promise<FoundRecord[]> =>
  (await listMessageTexts(tx)).map(({ id, ...text }) => ({ id, value: withoutNulls(text) }));

const providers = async ({ tx }: StaffWork): Promise<FoundRecord[]> =>
  (await findEidProviders(tx)).map(
    ({ id, accountId: _account, clientSecret: _secret, ...rest }) => ({
      id,
      value: rest,
    }),
  );

const senders = async ({ tx }: StaffWork): Promise<FoundRecord[]> =>
  (await listSmsSenders(tx)).map(({ companyId, name, number, approvals }) => ({
    id: companyId,
    value: withoutNulls({ name, number, approvals }),
  }));

const oneOf =
  (all: (work: StaffWork) => Promise<FoundRecord[]>): RecordKind['read'] =>
  async (work, id) =>
    (await all(work)).find((record) => record.id === id)?.value;

/** Fields of a provider whose change loses the secret. */
const tiedToSecret = new Set(['issuer', 'clientId', 'clientSecret']);

/** The account's own texts of messages, and its OpenID providers. */
export const messageKinds = {
  'message-texts': {
    right: 'settings',
    all: ownTexts,
    read: oneOf(ownTexts),
    store: putMessageText,
    remove: deleteMessageText,
    keepsValues: true,
    canUndo: true,
  },
  'sms-senders': {
    right: 'settings',
    all: senders,
    read: oneOf(senders),
    store: putSmsSender,
    remove: deleteSmsSender,
    keepsValues: true,
    canUndo: true,
  },
  'eid-providers': {
    right: 'settings',
    all: providers,
    read: oneOf(providers),
    store: putEidProvider,
    remove: deleteEidProvider,
    keepsValues: true,
    // A secret that went with a former issuer, or with the provider, is gone for good.
    canUndo: ({ before, after, fields }) =>
      before === null || (after !== null && !fields.some((field) => tiedToSecret.has(field))),
    secrets: ['clientSecret'],
  },
} as const satisfies Record<string, RecordKind>;
