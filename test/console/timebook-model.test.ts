import { expect } from '@open-wc/testing';
import { GridCursor } from '../../src/console/pages/timebook/grid-cursor.js';
import { pressKey } from '../../src/console/pages/timebook/grid-keys.js';
import {
  ChooseEvent,
  DropEvent,
  OpenEvent,
  type CommandEvent,
} from '../../src/console/pages/timebook/timebook-events.js';
import { stretchOf } from '../../src/console/pages/timebook/grid-gestures.js';
import {
  hoursOf,
  itemsIn,
  toClock,
  toColumns,
  toInstantText,
  toMinutes,
} from '../../src/console/pages/timebook/timebook-model.js';
import type { Item } from '../../src/console/pages/timebook/timebook-model.js';
import type { Timebook, TimebookEntry } from '../../src/contract/index.js';

const monday = '2026-11-23';
const place = { clinician: 'anne', clinic: 'sentrum', series: null, version: '1' };

const entry = (
  start: string,
  minutes: number,
  part: Partial<TimebookEntry> = {},
): TimebookEntry => ({
  ...{ id: start, status: 'booked', start, minutes, clinic: 'sentrum', clinician: 'anne' },
  ...{ template: null, patient: null, text: '', registeredBy: 'ITB', registeredAt: start },
  ...{
    arrivedAt: null,
    campaignCode: null,
    recallCard: false,
    need: null,
    resource: null,
    version: '1',
  },
  ...part,
});

/** A time of half an hour. */
const offered = (clock: string, date = monday) => ({
  ...{ start: `${date}T${clock}`, minutes: 30, clinic: 'sentrum', clinician: 'anne' },
  template: 'us',
});

const book = (part: Partial<Timebook> = {}): Timebook => ({ entries: [], taken: [], ...part });

describe('the timebook as columns', () => {
  it('[C-07] has a column for each clinician and date, with what lies in it by the clinic’s clock', () => {
    const columns = toColumns(
      book({
        entries: [entry(`${monday}T09:00:00+01:00`, 30)],
        workingTime: [
          { ...place, id: 'w', date: monday, from: '08:00', to: '16:00', recall: false },
        ],
        preblocks: [
          { ...place, id: 'p', date: monday, from: '08:00', to: '10:00', preblock: 'etimer' },
        ],
      }),
      [monday, '2026-11-24'],
      ['anne', 'bo'],
    );
    expect(
      columns.map(({ date, clinician, items }) => [date, clinician, items.length]),
    ).to.deep.equal([
      [monday, 'anne', 3],
      [monday, 'bo', 0],
      ['2026-11-24', 'anne', 0],
      ['2026-11-24', 'bo', 0],
    ]);
    const here = itemsIn(columns[0]!, toMinutes('09:00'), toMinutes('09:10'));
    expect(here.map(({ kind }) => kind)).to.deep.equal(['entry', 'preblock', 'working-time']);
  });

  it('[C-07] leaves out what was cancelled', () => {
    const cancelled = entry(`${monday}T09:00:00+01:00`, 30, { status: 'cancelled' });
    const [column] = toColumns(book({ entries: [cancelled] }), [monday], ['anne']);
    expect(column!.items).to.have.length(0);
  });

  it('[P-22] shows the hour that the clock shows twice side by side', () => {
    const [column] = toColumns(
      book({
        entries: [entry('2026-10-25T02:30:00+02:00', 30), entry('2026-10-25T02:30:00+01:00', 30)],
      }),
      ['2026-10-25'],
      ['anne'],
    );
    expect(column!.items.map(({ lane, lanes }) => [lane, lanes])).to.deep.equal([
      [0, 2],
      [1, 2],
    ]);
    const times = ['02:30:00+02:00', '02:30:00+01:00'].map((clock) => offered(clock, '2026-10-25'));
    const [free] = toColumns(book({ offered: times }), ['2026-10-25'], ['anne']);
    expect(free!.items.map(({ from, lane }) => [toClock(from), lane])).to.deep.equal([
      ['02:30', 0],
      ['02:30', 1],
    ]);
  });

  it('[C-07] puts a start beside one that it would cover, and no others', () => {
    const lanesOf = (clocks: readonly string[]) => {
      const times = clocks.map((clock) => offered(`${clock}:00+01:00`));
      const [column] = toColumns(book({ offered: times }), [monday], ['anne']);
      return column!.items.map(({ from, lane }) => `${toClock(from)} ${lane}`);
    };
    // Times of half an hour each quarter overlap, but where they begin does not.
    expect(lanesOf(['10:00', '10:15', '10:30'])).to.deep.equal(['10:00 0', '10:15 0', '10:30 0']);
    expect(lanesOf(['10:00', '10:05', '10:15', '10:20'])).to.deep.equal([
      ...['10:00 0', '10:05 1', '10:15 0', '10:20 1'],
    ]);
  });

  it('[C-07] has the name of a preblock where no appointment covers it', () => {
    const nameAt = (from: string, to: string, ...entries: readonly [string, number][]) => {
      const [column] = toColumns(
        book({
          entries: entries.map(([clock, minutes]) => entry(`${monday}T${clock}:00+01:00`, minutes)),
          preblocks: [{ ...place, id: 'p', date: monday, from, to, preblock: 'etimer' }],
        }),
        [monday],
        ['anne'],
      );
      const preblock = column!.items.find(({ kind }) => kind === 'preblock');
      return toClock((preblock as { nameAt: number }).nameAt);
    };
    expect(nameAt('08:00', '12:00', ['08:30', 30])).to.equal('08:00');
    expect(nameAt('08:00', '12:00', ['08:00', 30], ['08:35', 25], ['10:00', 30])).to.equal('09:00');
    // Without room anywhere it stays where it begins.
    expect(nameAt('08:00', '09:00', ['07:30', 120])).to.equal('08:00');
  });

  it('[C-07] shows the usual day, and whole hours around what lies outside of it', () => {
    const hours = (...entries: TimebookEntry[]) => {
      const { from, to } = hoursOf(toColumns(book({ entries }), [monday], ['anne']));
      return `${toClock(from)}-${toClock(to)}`;
    };
    expect(hours()).to.equal('08:00-17:00');
    expect(
      hours(entry(`${monday}T06:40:00+01:00`, 30), entry(`${monday}T23:30:00+01:00`, 60)),
    ).to.equal('06:00-24:00');
  });

  it('[P-22] writes an instant with the offset of its day', () => {
    expect(toInstantText('2027-03-26', toMinutes('08:00'), 'Europe/Oslo')).to.equal(
      '2027-03-26T08:00:00+01:00',
    );
    expect(toInstantText('2027-03-29', toMinutes('08:00'), 'Europe/Oslo')).to.equal(
      '2027-03-29T08:00:00+02:00',
    );
  });
});

const columns = [
  { date: monday, clinician: 'anne' },
  { date: monday, clinician: 'bo' },
];
const item = {
  kind: 'preblock',
  id: 'p',
  from: 480,
  to: 540,
  lane: 0,
  lanes: 1,
} as unknown as Item;

describe('a gesture', () => {
  it('[C-07] marks whole lines, downwards and upwards alike', () => {
    const at = { column: 0, minutes: 485 };
    const mark = (minutes: number) =>
      stretchOf({ kind: 'mark', at }, { column: 1, minutes }, columns, 10);
    expect(mark(533)).to.deep.equal({ ...columns[0], from: 480, to: 540 });
    expect(mark(455)).to.deep.equal({ ...columns[0], from: 450, to: 490 });
  });

  it('[C-07] moves by as much as the pointer, to another column, and stays within the day', () => {
    const at = { column: 0, minutes: 500 };
    const move = (minutes: number) =>
      stretchOf({ kind: 'move', at, item, column: 0 }, { column: 1, minutes }, columns, 10);
    expect(move(562)).to.deep.equal({ ...columns[1], from: 540, to: 600 });
    expect(move(1439)).to.deep.equal({ ...columns[1], from: 1380, to: 1440 });
  });

  it('[C-07] changes the end alone, and leaves one line at least', () => {
    const at = { column: 0, minutes: 539 };
    const resize = (minutes: number) =>
      stretchOf({ kind: 'resize', at, item, column: 0 }, { column: 1, minutes }, columns, 10);
    expect(resize(595)).to.deep.equal({ ...columns[0], from: 480, to: 600 });
    expect(resize(400)).to.deep.equal({ ...columns[0], from: 480, to: 490 });
  });
});

describe('the keyboard', () => {
  const cursorAt = (minutes: number) => {
    const cursor = new GridCursor();
    cursor.setBounds({ columns: 2, from: 480, to: 1020, step: 10 });
    cursor.put(0, minutes);
    return cursor;
  };

  it('[C-07] marks with Shift what the mouse marks by dragging', () => {
    const cursor = cursorAt(480);
    for (let line = 0; line < 5; line += 1) cursor.arrow('ArrowDown', true);
    expect(cursor.stretch).to.deep.equal({ from: 480, to: 540 });
    cursor.arrow('ArrowRight', false);
    expect(cursor.column).to.equal(1);
    cursor.arrow('ArrowDown', false);
    expect(cursor.stretch).to.deep.equal({ from: 540, to: 550 });
  });

  it('[C-07] keeps what is marked when the calendars are drawn anew', () => {
    const cursor = cursorAt(480);
    for (let line = 0; line < 5; line += 1) cursor.arrow('ArrowDown', true);
    cursor.setBounds({ columns: 3, from: 420, to: 1020, step: 10 });
    expect(cursor.stretch).to.deep.equal({ from: 480, to: 540 });
  });

  it('[C-07] carries something, changes its end with Shift, and stays within the hours', () => {
    const cursor = cursorAt(600);
    cursor.carry(item);
    cursor.arrow('ArrowDown', false);
    cursor.arrow('ArrowDown', true);
    expect(cursor.stretch).to.deep.equal({ from: 490, to: 560 });
    cursor.arrow('End', false);
    expect(cursor.stretch).to.deep.equal({ from: 950, to: 1020 });
    cursor.arrow('Home', false);
    expect(cursor.stretch).to.deep.equal({ from: 480, to: 550 });
  });

  const grid = (may = true) => {
    const [column] = toColumns(
      book({
        entries: [entry(`${monday}T08:00:00+01:00`, 30)],
        workingTime: [
          { ...place, id: 'w', date: monday, from: '08:00', to: '16:00', recall: false },
        ],
      }),
      [monday],
      ['anne'],
    );
    return { columns: [column!], cursor: cursorAt(480), changeable: () => may };
  };
  const press = (on: ReturnType<typeof grid>, key: string, more: object = {}) => {
    const none = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };
    return pressKey({ key, ...none, ...more }, on);
  };

  it('[C-07] opens what lies at the line, asks about a marked stretch, and carries with M to where Enter puts it', () => {
    const on = grid();
    expect(press(on, 'Enter').wish).to.be.instanceOf(OpenEvent);
    press(on, 'ArrowDown', { shiftKey: true });
    expect(press(on, 'Enter').wish).to.be.instanceOf(ChooseEvent);
    expect(press(on, 'Escape').isTaken).to.equal(true);
    press(on, 'Home');
    press(on, 'm');
    press(on, 'ArrowDown');
    const { wish } = press(on, 'Enter');
    expect(wish).to.be.instanceOf(DropEvent);
    expect((wish as DropEvent).stretch).to.include({ from: 490, to: 520 });
    expect(on.cursor.carried).to.equal(undefined);
  });

  it('[C-07] whoever leaves by Tab carries nothing any more, and what may not be changed is not carried', () => {
    const on = grid();
    press(on, 'm');
    expect(press(on, 'Tab')).to.deep.equal({ isTaken: false });
    expect(on.cursor.carried).to.equal(undefined);
    const fixed = grid(false);
    press(fixed, 'm');
    expect(fixed.cursor.carried).to.equal(undefined);
    expect(press(fixed, 'Delete').wish).to.equal(undefined);
  });

  it('[C-07] undoes and does again; other keys of the browser stay its own', () => {
    const command = (key: string, more: object = {}) =>
      (press(grid(), key, { ctrlKey: true, ...more }).wish as CommandEvent | undefined)?.command;
    expect([command('z'), command('Z', { shiftKey: true }), command('y')]).to.deep.equal([
      'undo',
      'redo',
      'redo',
    ]);
    expect(press(grid(), 'r', { ctrlKey: true }).isTaken).to.equal(false);
    expect(press(grid(), 'Tab').isTaken).to.equal(false);
  });
});
