import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { faultText } from '../../../src/console/pages/why/fault-text.js';
import type { Failed } from '../../../src/console/pages/why/fault-text.js';
import type { WhyData } from '../../../src/console/pages/why/why-data.js';
import type { AccountStatus, Language } from '../../../src/contract/index.js';
import { formatInstant, toClockTime } from '../../../src/domain/clock-time.js';
import { explainTimes, type Missed } from '../../../service/core/explain.js';
import type { AvailabilityRows } from '../../../service/core/model.js';
import * as world from './rows.js';

const zone = 'Europe/Oslo';

/** What the reception asks about, and how it is at the clinic. */
interface Case {
  readonly rows: Partial<AvailabilityRows>;
  readonly missed?: Partial<Missed>;
  readonly now?: number;
  readonly status?: AccountStatus;
}

/** The names that the console has for a world. */
function namesOf(rows: AvailabilityRows): WhyData {
  const named = <Item extends { id: string }>(items: readonly Item[], names: object) =>
    items.map((item) => ({ ...item, name: (names as Record<string, string>)[item.id] ?? item.id }));
  return {
    step: rows.account.timebookGridMinutes,
    clinics: named(rows.clinics, { asker: 'Asker', hokksund: 'Hokksund' }),
    clinicians: named(rows.clinicians, { lise: 'Lise Negård' }),
    templates: named(rows.templates, { exam: '- Undersøkelse', crown: 'Krone' }),
    definitions: named(rows.definitions, { etimer: 'Etimer', akutt: 'Akutt' }),
    categories: [
      { id: 'us', name: 'US/Røntgen' },
      { id: 'prot', name: 'Protetikk' },
    ],
    templateLists: named(rows.templateLists, {}),
    preblockLists: named(rows.preblockLists, {}),
  } as unknown as WhyData;
}

/** What the console says of a case: the words of the rules that the service really asks. */
function told({ rows: part, missed, now = world.noon, status = 'open' }: Case, language: Language) {
  const rows = world.rows(part);
  const question: Missed = { date: world.monday, treatment: 'exam', ...missed };
  const [verdict] = explainTimes(rows, question, { status, newPatient: true, now });
  const { because, where } = verdict!.finding!;
  const { from, to, ...rest } = where ?? { kind: 'settings' as const };
  const write = (instant: number | undefined) =>
    instant === undefined ? undefined : formatInstant(instant, zone);
  const { start } = question;
  const failed: Failed = {
    rule: {
      ...{ rule: 'C-08', check: 'open', passed: false, because },
      where: { ...rest, from: write(from), to: write(to) },
    },
    clinician: verdict!.clinician,
    asked: {
      ...{ date: question.date, treatment: question.treatment, clinic: '', clinician: '' },
      time: start === undefined ? '' : formatInstant(start, zone).slice(11, 16),
    },
    data: namesOf(rows),
    today: toClockTime(now, zone).date,
  };
  return faultText(failed, language);
}

describe('cases of the support, told to a receptionist', () => {
  it('[C-08] "the page is empty on Monday, but Lise has nothing to do": one long appointment lies over the only preblock', () => {
    const full = { rows: { busy: [world.busy('07:30', '10:00')] } };
    assert.equal(
      told(full, 'nb'),
      'Ingen av tidene den dagen er ledig. Blant annet ligger en avtale 07:30–10:00.',
    );
    assert.equal(
      told(full, 'fi'),
      'Yksikään päivän ajoista ei ole vapaa. Esimerkiksi 07:30–10:00 on varaus.',
    );
    // Of one time that one appointment is the whole reason.
    const one = { ...full, missed: { start: world.oslo(world.monday, '09:00') } };
    assert.equal(told(one, 'nb'), 'Tiden er opptatt: en avtale ligger 07:30–10:00.');
  });

  it('[C-08] [A-04] "why not at quarter past eight?": the treatment begins each half hour', () => {
    const between = { rows: {}, missed: { start: world.oslo(world.monday, '08:15') } };
    assert.equal(
      told(between, 'nb'),
      'Undersøkelse tilbys hvert 30. minutt, og kl. 08:15 er ikke blant tidene.',
    );
    const lines = {
      rows: { templates: [world.template({ minutesBetweenOffers: 0 })] },
      missed: { start: world.oslo(world.monday, '08:05') },
    };
    assert.equal(
      told(lines, 'da'),
      'Undersøkelse tilbydes hvert 10. minut, og kl. 08:05 er ikke blandt tiderne.',
    );
  });

  it('[C-08] [A-02] "a crown does not fit at half past nine": it would not be over before the preblock ends', () => {
    const crown = world.template({ id: 'crown', minutes: 90, category: 'us' });
    const late = {
      rows: { templates: [world.template(), crown] },
      missed: { treatment: 'crown', start: world.oslo(world.monday, '09:30') },
    };
    assert.equal(
      told(late, 'nb'),
      'Krone varer 90 minutter og rekker ikke å bli ferdig før preblokkeringen 08:00–10:00 er slutt.',
    );
    assert.equal(
      told(late, 'sv'),
      'Krone tar 90 minuter och hinner inte bli klar innan preblockeringen 08:00–10:00 är slut.',
    );
  });

  it('[C-08] [A-02] "yesterday the times were there": the preblock ends two days before', () => {
    const near = {
      rows: { definitions: [world.definition({ expiresDaysBefore: 2 })] },
      now: world.oslo('2026-11-29', '12:00'),
    };
    assert.equal(
      told(near, 'nb'),
      'Preblokkeringen «Etimer» 08:00–10:00 gjelder ikke lenger så nær dagen. Den slutter å gjelde så mange dager før: 2.',
    );
    assert.equal(
      told(near, 'en'),
      'The preblock “Etimer” 08:00–10:00 no longer counts this close to its day. It ends this many days before: 2.',
    );
  });

  it('[C-08] [A-15] "there is a preblock, and still nothing": of two the one that comes nearest lets another category in', () => {
    const other = {
      rows: {
        definitions: [
          world.definition({ id: 'akutt', type: 'standard' }),
          world.definition({ categories: ['prot'] }),
        ],
        placements: [
          world.preblock('10:00', '12:00', { definition: 'akutt' }),
          world.preblock('08:00', '10:00'),
        ],
      },
    };
    assert.equal(
      told(other, 'nb'),
      'Preblokkeringen «Etimer» 08:00–10:00 slipper ikke inn kategorien «US/Røntgen», som Undersøkelse hører til.',
    );
    const only = {
      rows: { ...other.rows, placements: other.rows.placements.slice(0, 1) },
    };
    assert.equal(
      told(only, 'nb'),
      'Preblokkeringen «Akutt» 10:00–12:00 er ikke av typen Internett, og bare slike vises på nett.',
    );
  });
});
