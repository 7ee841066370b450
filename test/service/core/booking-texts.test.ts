import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { languages, MessageEvent, type Language } from '../../../src/contract/index.js';
import { da } from '../../../src/locales/da.js';
import { en } from '../../../src/locales/en.js';
import { fi } from '../../../src/locales/fi.js';
import { nb } from '../../../src/locales/nb.js';
import { sv } from '../../../src/locales/sv.js';
import { calendarWords, standardText } from '../../../service/messages/booking-texts.js';
import { compose } from '../../../service/messages/compose.js';
import { sampleValues } from '../../../service/messages/sample-values.js';
import { findFieldProblem } from '../../../src/domain/message-text/merge-fields.js';
import { smsLength } from '../../../src/domain/message-text/sms-length.js';

const channels = ['sms', 'email'] as const;
const page = 'https://klinikk.example.com';
const all = { move: true, cancel: true, phone: true };

describe('standard texts of messages about appointments', () => {
  it('[M-12] write date and time as each manual does', () => {
    const dates = {
      nb: '04.06.2015 kl. 13:00',
      sv: '2015-06-04 kl. 13:00',
      fi: '04.06.2015 klo 13:00',
    };
    const others = { da: '04.06.2015 kl. 13.00', en: '2015-06-04 at 13:00' };
    for (const [lang, date] of Object.entries({ ...dates, ...others }) as [Language, string][]) {
      for (const event of MessageEvent.options) {
        for (const channel of channels) {
          const { text } = textOf(event, channel, lang);
          assert.ok(text.includes(date), `${event} ${channel} ${lang}: ${text}`);
        }
      }
    }
  });

  it('[M-03] [M-12] are made of known fields alone, and no two are the same', () => {
    const seen = new Set<string>();
    for (const event of MessageEvent.options) {
      for (const channel of channels) {
        for (const lang of languages) {
          const { subject, text } = standardText(event, channel, lang, all);
          assert.equal(findFieldProblem(`${subject ?? ''} ${text}`, 'plain'), undefined);
          assert.equal(subject === null, channel === 'sms');
          seen.add(text);
        }
      }
    }
    assert.equal(seen.size, MessageEvent.options.length * channels.length * languages.length);
  });

  it('[M-01] [M-02] lead to moving and cancelling where that is open, else to the phone', () => {
    for (const lang of languages) {
      for (const channel of channels) {
        for (const event of ['booked', 'moved'] as const) {
          for (const move of [true, false]) {
            for (const cancel of [true, false]) {
              const { text } = standardText(event, channel, lang, { move, cancel, phone: true });
              assert.equal(text.includes('[MOVE_LINK]'), move);
              assert.equal(text.includes('[CANCEL_LINK]'), cancel);
              assert.equal(text.includes('[CLINIC_WORK]'), !(move && cancel));
              const mute = standardText(event, channel, lang, { move, cancel, phone: false });
              assert.ok(!mute.text.includes('[CLINIC_WORK]'));
            }
          }
        }
        const { text } = standardText('cancelled', channel, lang, all);
        assert.doesNotMatch(text, /_LINK/);
        assert.match(text, /\[CLINIC_WORK\]/);
      }
    }
  });

  it('[M-02] fit GSM-7, and one part without links; news of a freed time always has two', () => {
    for (const lang of languages) {
      for (const event of MessageEvent.options) {
        const linked = smsLength(textOf(event, 'sms', lang).text);
        assert.equal(linked.encoding, 'gsm-7');
        const call = { move: false, cancel: false, phone: true };
        const text = standardText(event, 'sms', lang, call);
        const { parts } = smsLength(compose({ ...text, format: 'plain' }, lang, values(lang)).text);
        const most = event === 'freed' ? 3 : lang === 'fi' ? 2 : 1;
        assert.ok(parts <= most, `${event} ${lang}: ${parts}`);
      }
    }
  });

  it('[P-32] name an appointment in calendars as the receipt does', () => {
    const locales = { nb, sv, fi, da, en };
    for (const lang of languages) {
      const locale = locales[lang];
      const { summary, description } = calendarWords(lang);
      assert.equal(summary('Opus'), locale.calendarSummary('Opus'));
      assert.equal(description('22 33'), locale.calendarDescription('22 33'));
    }
  });
});

const values = (lang: Language) => sampleValues(lang, page);

function textOf(event: MessageEvent, channel: 'sms' | 'email', lang: Language) {
  return compose(
    { ...standardText(event, channel, lang, all), format: 'plain' },
    lang,
    values(lang),
  );
}
