import { createCalendar, Interaction, ResourceTimeGrid } from '@event-calendar/core';
import '@event-calendar/core/index.css';
import { clinicians, clock, gripOf, monday, settled } from './entries.ts';

const host = document.createElement('div');
document.body.append(host);
let calendar;

window.bench = {
  async show(shown) {
    const events = shown.map(({ id, clinician, date, from, minutes, title }) => ({
      ...{ id, title, resourceIds: [clinician] },
      start: `${date}T${clock(from)}:00`,
      end: `${date}T${clock(from + minutes)}:00`,
    }));
    if (calendar) calendar.setOption('events', events);
    else {
      calendar = createCalendar(host, [ResourceTimeGrid, Interaction], {
        view: 'resourceTimeGridWeek',
        date: monday,
        firstDay: 1,
        editable: true,
        slotMinTime: '08:00',
        slotMaxTime: '17:00',
        slotDuration: '00:10',
        resources: clinicians.map((id) => ({ id, title: id })),
        events,
      });
    }
    await settled();
  },
  drawn: () => host.querySelectorAll('.ec-event:not(.ec-ghost):not(.ec-preview)').length,
  grip: () =>
    gripOf(
      [...host.querySelectorAll('.ec-event')].find((one) =>
        /Patient 40$/.test(one.textContent?.trim()),
      ),
    ),
};
