import assert from 'node:assert/strict';
import { after, beforeEach, describe, it } from 'node:test';
import type { MessageText, MessageTextList } from '../../src/contract/index.js';
import { startService } from './support/service.js';
import { makeAccount, platformKey } from './support/staff.js';
import type { Operator } from './support/staff.js';
import { openTestDatabase } from './support/test-database.js';

const database = await openTestDatabase();
after(() => database.close());

let operator: Operator;
let service: ReturnType<typeof startService>;
beforeEach(async () => {
  await database.clear();
  service = startService(database, { platformKey, pageOf: (id) => `https://${id}.example.com` });
  operator = await makeAccount(service);
});

const list = async () => (await operator.call<MessageTextList>('GET', '/message-texts')).body.texts;
const find = async (id: string) => (await list()).find((text) => text.id === id) as MessageText;
const put = (id: string, json: unknown) => operator.call('PUT', `/message-texts/${id}`, json);

describe('texts of messages', () => {
  it('[M-01] [M-02] begin with the standard texts of the account’s languages, written with merge fields', async () => {
    const texts = await list();
    assert.equal(texts.length, 16);
    assert.deepEqual(new Set(texts.map(({ lang }) => lang)), new Set(['nb', 'en']));
    assert.ok(texts.every(({ isStandard, format }) => isStandard && format === 'plain'));
    // Of whoever waits for an earlier time the name may not be known.
    const isNamed = ({ text }: MessageText) => text.includes('[PATIENT_FIRST_NAME]');
    assert.ok(texts.every((text) => isNamed(text) === (text.event !== 'freed')));
    for (const { channel, subject, length } of texts) {
      assert.deepEqual(
        [subject === undefined, length !== undefined],
        Array(2).fill(channel === 'sms'),
      );
    }
    const email = await find('booked-email-nb');
    const again = await put(email.id, { subject: email.subject, text: email.text });
    assert.equal(again.status, 204);
    assert.deepEqual(await find(email.id), { ...email, isStandard: false });
  });

  it('[M-02] tell links only where patients may log in, and how long the SMS gets with them', async () => {
    const before = await find('booked-sms-nb');
    assert.doesNotMatch(before.text, /LINK/);
    assert.deepEqual(before.length, { encoding: 'gsm-7', units: 117, parts: 1 });
    await operator.call('PATCH', '/settings', { login: { sms: true } });
    const after = await find('booked-sms-nb');
    assert.match(after.text, /\[MOVE_LINK\]\n.*\[CANCEL_LINK\]/);
    assert.deepEqual(after.length?.parts, 2);
  });

  it('[M-02] are the account’s own once saved, also beyond its languages, until they are taken back', async () => {
    assert.equal((await put('booked-sms-fi', { text: 'Hei [patient_first_name] 😀' })).status, 204);
    const own = await find('booked-sms-fi');
    assert.deepEqual(own.length, { encoding: 'ucs-2', units: 12, parts: 1 });
    assert.equal(own.isStandard, false);
    assert.equal((await operator.call('DELETE', '/message-texts/booked-sms-fi')).status, 204);
    assert.equal(await find('booked-sms-fi'), undefined);
    assert.equal((await operator.call('DELETE', '/message-texts/booked-sms-fi')).status, 404);
  });

  it('[M-03] are refused with an unknown field, which is named', async () => {
    for (const [json, path, field] of [
      [{ text: 'Hei [Fornavn]' }, 'text', 'Fornavn'],
      [{ subject: '[CLINIC]', text: 'Hei' }, 'subject', 'CLINIC'],
      [{ text: '<p>[X_Y]</p>', format: 'html' }, 'text', 'X_Y'],
    ] as const) {
      const { status, body } = await put('booked-email-nb', json);
      assert.equal(status, 422);
      assert.deepEqual(body.fields, [{ path, code: 'unknown-field' }]);
      assert.ok(body.detail?.includes(`[${field}]`));
    }
    assert.equal((await find('booked-email-nb')).isStandard, true);
    const html = '<a href="[PATIENT_FIRST_NAME]">x</a>';
    const { body } = await put('booked-email-nb', { text: html, format: 'html' });
    assert.deepEqual(body.fields, [{ path: 'text', code: 'field-in-tag' }]);
  });

  it('[M-01] [M-02] HTML and subjects are for e-mail alone, and a subject is one line', async () => {
    for (const [id, json, problem] of [
      ['moved-sms-nb', { text: 'x', format: 'html' }, { path: 'format', code: 'email-only' }],
      ['moved-sms-nb', { text: 'x', subject: 'y' }, { path: 'subject', code: 'email-only' }],
      ['moved-email-nb', { text: 'x', subject: 'y\nBcc: z' }, { path: 'subject', code: 'format' }],
    ] as const) {
      assert.deepEqual((await put(id, json)).body.fields, [problem]);
    }
    assert.equal((await put('moved-email-nb', { text: '<p>x</p>', format: 'html' })).status, 204);
    const { subject, format } = await find('moved-email-nb');
    assert.deepEqual([subject, format], ['Timen din hos [CLINIC_NAME] er flyttet', 'html']);
  });

  it('[M-01] exist for four events, two channels and five languages, and no other', async () => {
    for (const id of ['code-sms-nb', 'booked-fax-nb', 'booked-sms-de', 'booked-sms', 'x']) {
      assert.equal((await put(id, { text: 'x' })).status, 404, id);
      assert.equal((await operator.call('DELETE', `/message-texts/${id}`)).status, 404, id);
    }
  });
});
