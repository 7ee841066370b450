import { expect } from '@open-wc/testing';
import { countOf, dayList } from '../../src/console/pages/today/day-list.js';
import type { TimebookEntry } from '../../src/contract/index.js';

const entry = (clock: string, name: string, part: Partial<TimebookEntry> = {}): TimebookEntry => {
  const [firstName = '', lastName = ''] = name.split(' ');
  const start = `2026-11-23T${clock}:00+01:00`;
  return {
    ...{ id: `${clock} ${name}`, status: 'booked', start, minutes: 30, clinic: 'torvet' },
    ...{ clinician: 'lise', template: null, text: '', registeredBy: 'ITB', registeredAt: start },
    ...{
      arrivedAt: null,
      campaignCode: null,
      recallCard: false,
      need: null,
      resource: null,
      version: '1',
    },
    patient: { id: name, firstName, lastName, birthDate: null },
    ...part,
  };
};
const open = { text: '', clinic: '', clinician: '' };
const entries = [
  entry('09:00', 'Kari Lund-Østby', { arrivedAt: '2026-11-23T08:55:00+01:00' }),
  entry('08:00', 'Åse Nes', { clinician: 'bo' }),
  entry('08:30', 'Ola Vik', { status: 'held', patient: null }),
  entry('10:00', 'Kari Moe', { status: 'cancelled', clinic: 'havnen' }),
];
const names = (filter: Partial<typeof open>) =>
  dayList(entries, { ...open, ...filter }).map(({ patient }) => patient!.lastName);

describe("the day's patients", () => {
  it('[C-07] come by time, without those who only hold a time', () => {
    expect(names({})).to.deep.equal(['Nes', 'Lund-Østby', 'Moe']);
    expect(countOf(dayList(entries, open))).to.deep.equal({ count: 2, arrived: 1 });
  });

  it('[C-07] are found by the beginnings of any of their names, clinician and clinic', () => {
    expect(names({ text: 'kari øst' })).to.deep.equal(['Lund-Østby']);
    // As macOS writes it.
    expect(names({ text: 'a\u030as' })).to.deep.equal(['Nes']);
    expect(names({ text: 'und' })).to.deep.equal([]);
    expect(names({ clinician: 'bo' })).to.deep.equal(['Nes']);
    expect(names({ clinic: 'havnen' })).to.deep.equal(['Moe']);
  });
});
