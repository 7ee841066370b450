import '../../src/console/pages/timebook/define.js';
import { toColumns } from '../../src/console/pages/timebook/timebook-model.js';
import { clinicians, clock, dates, gripOf, settled } from './entries.js';

const grid = document.createElement('opus-console-timebook-grid');
grid.changeable = () => true;
grid.names = new Map(clinicians.map((id) => [id, id]));
document.body.append(grid);

window.bench = {
  async show(shown) {
    grid.columns = toColumns(
      {
        taken: [],
        entries: shown.map(({ id, clinician, date, from, minutes, title }) => {
          const start = `${date}T${clock(from)}:00+01:00`;
          return {
            ...{ id, clinician, clinic: 'c', start, minutes, status: 'booked' as const },
            ...{
              template: null,
              text: title,
              patient: null,
              registeredBy: 'x',
              registeredAt: start,
              arrivedAt: null,
              ...{ campaignCode: null, recallCard: false, need: null, resource: null, version: id },
            },
          };
        }),
      },
      dates,
      clinicians,
    );
    await grid.updateComplete;
    await settled();
  },
  drawn: () => grid.shadowRoot!.querySelectorAll('.entry').length,
  grip: () => gripOf(grid.shadowRoot!.querySelector('[data-id="e40"]')),
};
