import Calendar from '@toast-ui/calendar';
import '@toast-ui/calendar/dist/toastui-calendar.min.css';
import { eventsOf, isMarked } from '../weeks.ts';

export function draw(host, first) {
  host.style.height = '700px';
  const calendar = new Calendar(host, {
    defaultView: 'week',
    usageStatistics: false,
    isReadOnly: true,
    week: {
      startDayOfWeek: 1,
      hourStart: 8,
      hourEnd: 20,
      taskView: false,
      eventView: ['time'],
    },
  });
  calendar.on('clickEvent', ({ event }) => (host.dataset.chosen = event.id));
  const buttons = () => host.querySelectorAll('.toastui-calendar-event-time');
  return {
    show(week) {
      if (week !== first) calendar.clear();
      calendar.setDate(week.monday);
      calendar.createEvents(
        eventsOf(week).map((event) => ({ ...event, calendarId: 'clinic', category: 'time' })),
      );
    },
    buttons,
    isShown: (week) => isMarked(buttons(), week),
  };
}
