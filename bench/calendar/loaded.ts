// Asks the service for the free times of this week, as any calendar would, and of the next where it has none; the runner puts `draw` in
// place.
import { draw } from 'drawing';
import type { SlotList } from '../../src/contract/index.js';
import { addDays } from '../../src/domain/civil-date.js';
import type { Week } from './weeks.js';

const query = new URLSearchParams(location.search);

async function slotsFrom(monday: string): Promise<SlotList['slots']> {
  const answer = await fetch(`${query.get('slots')}&from=${monday}&to=${addDays(monday, 7)}`);
  return ((await answer.json()) as SlotList).slots;
}

let monday = query.get('monday')!;
let slots = await slotsFrom(monday);
if (slots.length === 0) {
  monday = addDays(monday, 7);
  slots = await slotsFrom(monday);
}
const week: Week = { monday, slots, index: 0 };
draw(document.body, week).show(week);
