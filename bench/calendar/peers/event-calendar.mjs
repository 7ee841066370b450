import { createCalendar, TimeGrid } from '@event-calendar/core';
import '@event-calendar/core/index.css';
import { eventsOf, isMarked } from '../weeks.ts';

export function draw(host, first) {
  let shown = first;
  let calendar;
  const buttons = () => host.querySelectorAll('.ec-event');
  return {
    show(week) {
      shown = week;
      if (calendar) {
        calendar.setOption('date', week.monday);
        return;
      }
      calendar = createCalendar(host, [TimeGrid], {
        view: 'timeGridWeek',
        date: week.monday,
        firstDay: 1,
        headerToolbar: { start: '', center: '', end: '' },
        allDaySlot: false,
        slotEventOverlap: false,
        height: '700px',
        slotMinTime: '08:00:00',
        slotMaxTime: '20:00:00',
        slotDuration: '00:10:00',
        eventSources: [{ events: (_range, done) => done(eventsOf(shown)) }],
        eventClick: ({ event }) => (host.dataset.chosen = event.id),
      });
    },
    buttons,
    isShown: (week) => isMarked(buttons(), week),
  };
}
