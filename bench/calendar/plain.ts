// The same week by hand: buttons made once by cloning, one listener, one cached formatter, later weeks change text only.
import type { Slot } from '../../src/contract/index.js';
import { addDays } from '../../src/domain/civil-date.js';
import type { Draw } from './weeks.js';

const dayFormat = new Intl.DateTimeFormat('nb-NO', {
  weekday: 'long',
  day: 'numeric',
  timeZone: 'UTC',
});
const style = document.createElement('style');
style.textContent = `
  .week { display: grid; grid-auto-flow: column; grid-auto-columns: minmax(0, 1fr); gap: 8px }
  button { display: block; inline-size: 100%; block-size: 44px; margin-block-end: 8px; padding: 0;
    border: 1px solid #7b888e; border-radius: 8px; background: #fff; font: inherit }
`;
document.head.append(style);
const week = document.createElement('div');
week.className = 'week';
week.addEventListener('click', (event) => {
  week.dataset.chosen = (event.target as HTMLButtonElement).value;
});
const buttons: HTMLButtonElement[] = [];
const headings: HTMLElement[] = [];
const model = document.createElement('button');
model.type = 'button';
model.append('');

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

export const draw: Draw = (host) => ({
  show: ({ monday, slots }) => {
    show(monday, slots);
    if (!week.isConnected) host.append(week);
  },
  buttons: () => buttons,
});

function show(monday: string, slots: readonly Slot[]): void {
  const days = slots.length > 1000 ? 7 : 5;
  for (let day = 0; day < days; day += 1) {
    if (!headings[day]) {
      const column = document.createElement('div');
      const heading = document.createElement('h3');
      heading.append('');
      headings[day] = heading;
      column.append(heading);
      for (let slot = 0; slot < slots.length / days; slot += 1) {
        const button = model.cloneNode(true) as HTMLButtonElement;
        buttons.push(button);
        column.append(button);
      }
      week.append(column);
    }
    const date = new Date(`${addDays(monday, day)}T00:00:00Z`);
    (headings[day]?.firstChild as Text).data = dayFormat.format(date);
  }
  slots.forEach((slot, position) => {
    const start = Number(slot.start.slice(11, 13)) * 60 + Number(slot.start.slice(14, 16));
    const button = buttons[position] as HTMLButtonElement;
    (button.firstChild as Text).data = `${clock(start)} – ${clock(start + slot.minutes)}`;
    button.value = slot.start;
  });
}
