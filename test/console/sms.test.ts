import { expect } from '@open-wc/testing';
import { gridOf, keepColumns, readColumns } from '../../src/console/pages/sms/box-columns.js';
import { noFilter, searchOf } from '../../src/console/pages/sms/box-filter.js';
import { byteOrderMark, csvCell, csvLines } from '../../src/console/pages/sms/csv.js';
import { leftText } from '../../src/console/pages/sms/left-text.js';
import { cellsOf, columnsOf } from '../../src/console/pages/sms/message-columns.js';
import { messageTexts } from '../../src/console/pages/sms/message-texts.js';
import {
  emptyDraft,
  inputOf,
  missingOf,
  textInForce,
} from '../../src/console/pages/sms/send-draft.js';
import { leftWords } from '../../src/console/pages/sms/left-words.js';
import { SafeSending } from '../../src/console/pages/sms/sms-sending.js';
import { fromControl, toControl } from '../../src/console/pages/sms/sms-settings.js';
import type { StaffApi } from '../../src/console/api/staff-api.js';
import { StaffError } from '../../src/console/api/staff-error.js';
import { inLanguage } from '../../src/console/words/in-language.js';
import { smsFailureText } from '../../src/console/words/sms-failure-words.js';
import type { ReceivedMessage, Reminders, SentMessage } from '../../src/contract/index.js';

const at = (clock: string) => `2026-11-20T${clock}:00+01:00`;
const texts = messageTexts('nb');

describe('the columns of a list of messages', () => {
  const key = 'opus-console-columns-sent';
  afterEach(() => localStorage.removeItem(key));

  it('[M-06] are the usual ones until somebody chooses, and then those of this device in their order', () => {
    expect(readColumns('sent')).to.deep.equal(['message', 'status', 'appointment', 'times']);
    keepColumns('sent', ['tries', 'message']);
    expect(localStorage.getItem(key)).to.equal('tries message');
    expect(readColumns('sent')).to.deep.equal(['message', 'tries']);
    expect(gridOf('sent', readColumns('sent')).match(/fr\)/g)).to.have.length(3);
    expect(readColumns('received')).to.deep.equal(['message', 'status', 'times']);
    keepColumns('sent', []);
    expect(readColumns('sent')).to.deep.equal([]);
    // Of a later version, or nobody's.
    localStorage.setItem(key, 'sender status <b>');
    expect(readColumns('sent')).to.deep.equal(['status']);
  });
});

describe('why an SMS failed', () => {
  it('[M-06] [M-13] is said in the reader’s language, with the gateway’s own code', () => {
    expect(smsFailureText('The SMS gateway answered 400 (21610).', 'nb')).to.equal(
      'Leverandøren svarte 400 (21610).',
    );
    expect(smsFailureText('The SMS gateway answered 503.', 'fi')).to.equal('Palvelu vastasi 503.');
    expect(smsFailureText('The SMS gateway cannot be reached.', 'sv')).to.equal(
      'Leverantören svarar inte.',
    );
    expect(smsFailureText('550 no such mailbox', 'nb')).to.equal('550 no such mailbox');
  });
});

describe('messages as a file for a spreadsheet', () => {
  it('[M-06] [N-02] keeps what looks like a formula as text, and what has a separator in one cell', () => {
    for (const begin of ['=', '+', '-', '@', '\t', '\r', '\n']) {
      expect(csvCell(`${begin}1+1`).replace(/^"/, '').startsWith(`'${begin}`), begin).to.equal(
        true,
      );
    }
    expect(csvCell('=A1;"B"')).to.equal('"\'=A1;""B"""');
    expect(csvCell('Hei\nOla')).to.equal('"Hei\nOla"');
    expect(csvCell("it's 1+1")).to.equal("it's 1+1");
    expect(
      csvLines([
        ['a', 'b'],
        ['æ', ''],
      ]),
    ).to.equal('a;b\r\næ;\r\n');
    expect(byteOrderMark).to.equal('\uFEFF');
  });

  it('[M-06] has the columns of the manual, and as many cells as heads', () => {
    const sent: SentMessage = {
      ...{ id: '1', type: 'reminder-1', channel: 'sms', status: 'SB', delivery: 'delivered' },
      ...{
        to: '+4741234567',
        text: 'Hei',
        lang: 'nb',
        madeAt: at('08:00'),
        tries: 1,
        sendsAt: at('09:00'),
      },
      ...{ expiresAt: null, sentAt: at('09:01'), answeredAt: at('10:00') },
      patient: { id: 'p', firstName: 'Kari', lastName: 'Lund' },
      appointment: { id: 'a', start: at('12:00'), clinic: 'c', clinician: 'x', isConfirmed: true },
    };
    const cells = cellsOf(sent, texts, () => 'Lise Negård');
    expect(cells).to.deep.equal([
      ...['Lise Negård', '+4741234567', 'Lund', 'Kari', '20.11.2026 12:00', 'Påminnelse 1'],
      ...['SB Sendt og besvart', 'Levert', '20.11.2026 08:00', '20.11.2026 09:00'],
      ...['20.11.2026 09:01', '20.11.2026 10:00', '', '', '1', 'Hei'],
    ]);
    const received: ReceivedMessage = {
      ...{ id: '2', type: 'received', status: 'unread', followUp: true, from: 'Telenor', to: null },
      ...{ text: 'Hei', receivedAt: at('08:00'), madeAt: at('08:01') },
    };
    expect(columnsOf('sent', texts)).to.have.length(cells.length);
    expect(columnsOf('received', texts)).to.have.length(cellsOf(received, texts, () => '').length);
  });
});

describe('what is looked for', () => {
  it('[M-06] leaves empty fields out, and takes the last date along', () => {
    const filter = {
      ...noFilter,
      to: ' 412 ',
      status: 'V',
      from: '2026-11-01',
      until: '2026-11-30',
    };
    expect(searchOf('sent', filter)).to.deep.equal({
      ...{ box: 'sent', to: '412', status: 'V', by: 'made' },
      ...{ from: '2026-11-01', until: '2026-12-01' },
    });
  });
});

describe('what is about to be sent', () => {
  const policy = {
    reminders: [{ hoursBefore: 24, text: 'Own' }],
    ...{ thankYou: null, texts: { general: null, message: 'Ring', recall: null } },
  } as unknown as Reminders;
  const standard = {
    items: [{ type: 'general', lang: 'nb', text: 'Standard', length: { parts: 1, units: 8 } }],
    samples: {},
  } as never;

  it('[M-04] is the account’s own text, else the standard text of its language', () => {
    expect(textInForce({ policy, standard }, 'reminder-1', 'nb')).to.equal('Own');
    expect(textInForce({ policy, standard }, 'message', 'nb')).to.equal('Ring');
    expect(textInForce({ policy, standard }, 'general', 'nb')).to.equal('Standard');
    expect(textInForce({ policy, standard }, 'thank-you', 'nb')).to.equal('');
  });

  it('[M-11] says what is missing, and has a text only where somebody wrote one', () => {
    expect(missingOf(emptyDraft)).to.equal('recipient');
    const number = { ...emptyDraft, whom: 'number', number: '41234567', clinic: 'c' } as const;
    expect(missingOf({ ...number, text: '  ' })).to.equal('text');
    expect(missingOf({ ...number, when: 'at' })).to.equal('time');
    expect(missingOf(number)).to.equal(undefined);
    expect(inputOf(number, at('08:00'), 'Europe/Oslo')).to.deep.equal({
      ...{ numbers: ['41234567'], type: 'general', clinic: 'c' },
    });
    const day = { ...emptyDraft, whom: 'day', chosen: ['a'], clinic: 'c' } as const;
    expect(
      inputOf({ ...day, type: 'reminder-1', when: 'planned' }, at('08:00'), 'UTC'),
    ).to.deep.equal({ appointments: ['a'], type: 'reminder-1' });
    expect(inputOf({ ...day, type: 'reminder-1', when: 'now' }, at('08:00'), 'UTC')).to.deep.equal({
      ...{ appointments: ['a'], type: 'reminder-1', sendsAt: at('08:00') },
    });
  });

  it('[M-05] is by the clinic’s clock, whatever that of the browser', () => {
    expect(toControl(at('08:00'), 'Europe/Helsinki')).to.equal('2026-11-20T09:00');
    expect(fromControl('2026-07-01T08:30', 'Europe/Oslo')).to.equal('2026-07-01T08:30:00+02:00');
  });

  it('[M-11] tells who is left out by the reason', () => {
    const left = { mobile: 2, wish: 0, refused: 1, same: 0, gone: 0, past: 0 };
    expect(leftText(left, inLanguage(leftWords, 'en'), 'en')).to.equal(
      '2 no mobile and 1 the number has said STOP',
    );
  });

  it('[M-11] goes under one key until the service has answered, and under another the next time', async () => {
    const keys: string[] = [];
    let fails = true;
    const api = {
      call: (_: string, { idempotencyKey }: { idempotencyKey: string }) => {
        keys.push(idempotencyKey);
        return fails
          ? Promise.reject(new StaffError('unreachable'))
          : Promise.resolve({ data: {} });
      },
    } as unknown as StaffApi;
    const sending = new SafeSending();
    const input = { numbers: ['41234567'], text: 'Hei' };
    await sending.send(api, input).catch(() => undefined);
    fails = false;
    await sending.send(api, input);
    await sending.send(api, input);
    expect(keys[0]).to.equal(keys[1]);
    expect(keys[2]).to.not.equal(keys[1]);
  });
});
