import { Calendar } from '@fullcalendar/core';
import interaction from '@fullcalendar/interaction';
import timeGrid from '@fullcalendar/timegrid';
import { clock, gripOf, monday, settled } from './entries.ts';

// Its views with a column for each person are not free, so all thirty share the columns of the days.
const host = document.createElement('div');
document.body.append(host);
let calendar;

window.bench = {
  async show(shown) {
    const events = shown.map(({ id, date, from, minutes, title }) => ({
      ...{ id, title },
      start: `${date}T${clock(from)}:00`,
      end: `${date}T${clock(from + minutes)}:00`,
    }));
    if (calendar) calendar.addEventSource(events);
    else {
      calendar = new Calendar(host, {
        plugins: [timeGrid, interaction],
        initialView: 'timeGridWeek',
        initialDate: monday,
        firstDay: 1,
        editable: true,
        allDaySlot: false,
        slotMinTime: '08:00',
        slotMaxTime: '17:00',
        slotDuration: '00:10',
        events,
      });
      calendar.render();
    }
    await settled();
  },
  drawn: () => host.querySelectorAll('.fc-event').length,
  grip: () =>
    gripOf(
      [...host.querySelectorAll('.fc-event')].find((one) =>
        /Patient 40$/.test(one.textContent?.trim()),
      ),
    ),
};
