import type { Hono } from 'hono';
import { staffEndpoints } from '../../../src/contract/index.js';
import type { Services } from '../../context/services.js';
import { invitePerson } from '../../people/invitations.js';
import * as keys from '../../people/keys.js';
import { changeMe, readMe } from '../../people/me.js';
import * as people from '../../people/people.js';
import { answer } from '../routing/answer.js';
import { conditionOf, versionHeader } from '../routing/version.js';
import { staffRoute } from './staff-route.js';

/** People of the staff, and API keys (C-01, C-11). */
export function registerStaffPeople(app: Hono, services: Services): void {
  staffRoute(app, services, staffEndpoints.me, async (work) => answer(200, await readMe(work)));
  staffRoute(app, services, staffEndpoints.changeMe, (work, { body }) => changeMe(work, body));

  staffRoute(app, services, staffEndpoints.people, async (work) =>
    answer(200, await people.listPeople(work)),
  );
  staffRoute(app, services, staffEndpoints.person, async (work, { id }) => {
    const { body, version } = await people.readPerson(work, id);
    return answer(200, body, versionHeader(version));
  });
  staffRoute(app, services, staffEndpoints.putPerson, async (work, { id, body, header }) => {
    const version = await people.putPerson(work, id, body, conditionOf(header));
    return answer(204, null, versionHeader(version));
  });
  staffRoute(app, services, staffEndpoints.deletePerson, (work, { id, header }) =>
    people.deletePerson(work, id, conditionOf(header)),
  );
  staffRoute(app, services, staffEndpoints.invitePerson, async (work, { id, caller }) => {
    const sent = await invitePerson(services, work, id);
    caller.deliverLater();
    return answer(202, sent);
  });
  staffRoute(app, services, staffEndpoints.endSessionsOfPerson, (work, { id }) =>
    people.endSessionsOfPerson(work, id),
  );

  staffRoute(app, services, staffEndpoints.keys, async (work) =>
    answer(200, await keys.listKeys(work)),
  );
  staffRoute(app, services, staffEndpoints.createKey, async (work, { body }) =>
    answer(201, await keys.createKey(work, body)),
  );
  staffRoute(app, services, staffEndpoints.deleteKey, (work, { id }) => keys.deleteKey(work, id));
}
