import { expect } from '@open-wc/testing';
import {
  compareMissed,
  monthLines,
  shareOf,
} from '../../src/console/pages/reminders/statistics-model.js';
import { checkText, fieldLabels } from '../../src/console/pages/reminders/text-check.js';
import { newSecret, withPassword } from '../../src/console/state/new-secret.js';
import { fieldOf, withField } from '../../src/console/state/three-way.js';
import type { SmsMonth, SmsStatistics } from '../../src/contract/index.js';
import type { MergeValues } from '../../src/domain/message-text/merge-fields.js';
import { mergeFields } from '../../src/domain/message-text/merge-fields.js';

const samples = {
  ...Object.fromEntries(mergeFields.map((field) => [field, ''])),
  ...{ PATIENT_FIRST_NAME: 'Ola', TIMESLOT_START_YEAR: '2015', TIMESLOT_START_MONTH: '06' },
  ...{ TIMESLOT_START_DAY: '04', TIMESLOT_START_HOUR: '13', TIMESLOT_START_MINUTE: '00' },
} as MergeValues;

describe('a text of Opus SMS', () => {
  it('[M-04] is shown with its short fields filled, in the language of the text', () => {
    const { text, length, problem } = checkText('Hei [fornavn], [Tidspunkt]', 'nb', samples);
    expect(text).to.equal('Hei Ola, 04.06.2015 kl. 13:00');
    expect([length.units, length.parts]).to.deep.equal([29, 1]);
    expect(problem).to.equal(undefined);
    expect(checkText('[Ajankohta]', 'sv', samples).text).to.equal('2015-06-04 kl. 13:00');
  });

  it('[M-03] names a field that there is not, and the treatment, which is health data', () => {
    expect(checkText('[TANN]', 'nb', samples).problem?.field).to.equal('TANN');
    expect(checkText('[Treatment_Name]', 'nb', samples).namesTreatment).to.equal(true);
    expect(checkText('[Fornavn]', 'nb', samples).namesTreatment).to.equal(false);
  });

  it('[M-04] offers the short fields as the text’s language writes them, and no longer ones for the same', () => {
    const common = Object.fromEntries(mergeFields.map((field) => [field, field]));
    const { short, others } = fieldLabels('sv', 'fi', common);
    expect(short).to.deep.equal({
      Förnamn: 'Etunimi',
      Efternamn: 'Sukunimi',
      Tidpunkt: 'Ajankohta',
      Behandlare: 'Hoitaja',
    });
    expect(Object.keys(others)).to.include.members(['CLINIC_NAME', 'TREATMENT_NAME']);
    expect(Object.keys(others).join()).not.to.match(/PATIENT|CLINICIAN|TIMESLOT/);
  });
});

const none = { sent: 0, reminders: 0, delivered: 0, notDelivered: 0, failed: 0, answered: 0 };
const month = (name: string, clinic: string | null, part: Partial<SmsMonth> = {}): SmsMonth => ({
  ...{ month: name, clinic, ...none, appointments: 0, missed: 0, unknown: 0 },
  ...part,
});
const statistics: SmsStatistics = {
  items: [
    month('2026-01', 'west', { appointments: 100, missed: 10 }),
    month('2026-03', 'west', { appointments: 100, missed: 4, sent: 90, delivered: 81 }),
    month('2026-03', 'east', { appointments: 50, missed: 5 }),
    month('2026-03', null, { sent: 10 }),
  ],
  firstReminders: [{ clinic: 'west', month: '2026-03' }],
};

describe('statistics of messages', () => {
  it('[C-07] compare no-shows before and after the first reminder of each clinic', () => {
    expect(compareMissed(statistics, '')).to.deep.equal({
      before: { count: 15, total: 150 },
      after: { count: 4, total: 100 },
    });
    expect(compareMissed(statistics, 'east').after).to.deep.equal({ count: 0, total: 0 });
    expect(shareOf({ count: 0, total: 0 })).to.equal(null);
    expect(shareOf({ count: 4, total: 100 })).to.equal(0.04);
  });

  it('[M-13] have every month in between, and mark those in which all clinics reminded', () => {
    const lines = monthLines(statistics, '');
    expect(lines.map((line) => [line.month, line.sent, line.missed, line.isAfter])).to.deep.equal([
      ['2026-01', 0, 10, false],
      ['2026-02', 0, 0, false],
      ['2026-03', 100, 9, false],
    ]);
    expect(monthLines(statistics, 'west').at(-1)?.isAfter).to.equal(true);
    expect(monthLines({ items: [], firstReminders: [] }, '')).to.deep.equal([]);
  });
});

describe('a list inside a record', () => {
  it('[C-03] is read and changed entry by entry, and stays a list', () => {
    const record = { reminders: [{ hoursBefore: 70 }, { hoursBefore: 22 }], to: 'all' };
    expect(fieldOf(record, 'reminders.1.hoursBefore')).to.equal(22);
    expect(fieldOf(record, 'reminders.2.hoursBefore')).to.equal(undefined);
    const changed = withField(record, 'reminders.1.text', 'Hei');
    expect(changed.reminders).to.deep.equal([
      { hoursBefore: 70 },
      { hoursBefore: 22, text: 'Hei' },
    ]);
    expect(record.reminders[1]).to.deep.equal({ hoursBefore: 22 });
    expect(withField(changed, 'reminders.0.hoursBefore', undefined).reminders[0]).to.deep.equal({});
  });
});

describe('the secret of a gateway', () => {
  it('[M-13] is another one each time, and fits into an address', () => {
    const secret = newSecret();
    expect(secret).to.match(/^[\w-]{43}$/);
    expect(newSecret()).not.to.equal(secret);
    expect(withPassword('https://sms.example/v1/gateway/demo/reports', secret)).to.equal(
      `https://opus:${secret}@sms.example/v1/gateway/demo/reports`,
    );
  });
});
