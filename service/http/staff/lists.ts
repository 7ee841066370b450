import type { Hono } from 'hono';
import { staffEndpoints, type OrganisationLists } from '../../../src/contract/index.js';
import type { AccountTransaction } from '../../store/database.js';
import {
  isListAssigned,
  listExists,
  putPreblockList,
  putTemplateList,
  removeList,
} from '../../store/staff/lists.js';
import { invalid } from '../problem.js';
import type { Services } from '../services.js';
import { found, staffRoute } from './staff-route.js';

/** Lists of templates and of preblocks. */
export function registerStaffLists(app: Hono, services: Services): void {
  staffRoute(app, services, staffEndpoints.putTemplateList, async ({ tx }, call) => {
    refuseTwice(call.body.items);
    await putTemplateList(tx, call.accountId, call.id, call.body);
    return undefined;
  });
  staffRoute(app, services, staffEndpoints.putPreblockList, async ({ tx }, call) => {
    refuseTwice(call.body.items);
    await putPreblockList(tx, call.accountId, call.id, call.body);
    return undefined;
  });
  for (const [endpoint, kind] of [
    [staffEndpoints.deleteTemplateList, 'bookingList'],
    [staffEndpoints.deletePreblockList, 'preblockList'],
  ] as const) {
    staffRoute(app, services, endpoint, async ({ tx }, { id }) => {
      // Without its list everything would be offered: that has to be meant, not to happen.
      if (await isListAssigned(tx, kind, id)) throw invalid({ path: 'id', code: 'in-use' });
      return found(await removeList(tx, kind, id));
    });
  }
}

function refuseTwice(items: readonly string[]): void {
  const twice = items.findIndex((item, index) => items.indexOf(item) !== index);
  if (twice !== -1) throw invalid({ path: `items.${twice}`, code: 'twice' });
}

/** Throws `invalid` when a list that is to be assigned does not exist, or is one for the timebook. */
export async function checkAssignedLists(
  tx: AccountTransaction,
  lists: OrganisationLists,
): Promise<void> {
  for (const kind of ['bookingList', 'preblockList'] as const) {
    const id = lists[kind];
    if (id && !(await listExists(tx, kind, id))) throw invalid({ path: kind, code: 'unknown' });
  }
}
