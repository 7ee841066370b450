import { Calendar } from '@fullcalendar/core';
import timeGrid from '@fullcalendar/timegrid';
import { eventsOf, isMarked } from '../weeks.ts';

export function draw(host, first) {
  let shown = first;
  const calendar = new Calendar(host, {
    plugins: [timeGrid],
    initialView: 'timeGridWeek',
    initialDate: first.monday,
    firstDay: 1,
    timeZone: 'UTC',
    headerToolbar: false,
    allDaySlot: false,
    slotEventOverlap: false,
    eventInteractive: true,
    height: 700,
    slotMinTime: '08:00',
    slotMaxTime: '20:00',
    slotDuration: '00:10',
    events: (_range, done) => done(eventsOf(shown)),
    eventClick: ({ event }) => (host.dataset.chosen = event.id),
  });
  const buttons = () => host.querySelectorAll('.fc-event');
  return {
    show(week) {
      shown = week;
      if (week === first) calendar.render();
      else calendar.gotoDate(week.monday);
    },
    buttons,
    isShown: (week) => isMarked(buttons(), week),
  };
}
