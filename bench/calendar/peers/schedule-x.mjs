import 'temporal-polyfill/global';
import { createCalendar, createViewWeek } from '@schedule-x/calendar';
import { createCalendarControlsPlugin } from '@schedule-x/calendar-controls';
import { createEventsServicePlugin } from '@schedule-x/events-service';
import '@schedule-x/theme-default/dist/index.css';
import { eventsOf, isMarked } from '../weeks.ts';

const { Temporal } = globalThis;
const instant = (clock) => Temporal.ZonedDateTime.from(`${clock}[UTC]`);
const zoned = (week) =>
  eventsOf(week).map((event) => ({
    ...event,
    start: instant(event.start),
    end: instant(event.end),
  }));

export function draw(host, first) {
  host.style.height = '700px';
  const service = createEventsServicePlugin();
  const controls = createCalendarControlsPlugin();
  const buttons = () => host.querySelectorAll('.sx__time-grid-event');
  return {
    show(week) {
      const monday = Temporal.PlainDate.from(week.monday);
      if (week !== first) {
        controls.setDate(monday);
        service.set(zoned(week));
        return;
      }
      const calendar = createCalendar(
        {
          views: [createViewWeek()],
          selectedDate: monday,
          firstDayOfWeek: 1,
          timezone: 'UTC',
          dayBoundaries: { start: '08:00', end: '20:00' },
          weekOptions: { gridHeight: 72 * 34, nDays: 7, eventOverlap: false },
          events: zoned(week),
          callbacks: { onEventClick: ({ id }) => (host.dataset.chosen = id) },
        },
        [service, controls],
      );
      calendar.render(host);
    },
    buttons,
    isShown: (week) => isMarked(buttons(), week),
  };
}
