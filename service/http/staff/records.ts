import type { Hono } from 'hono';
import type { ReadTogether, RecordKindName } from '../../../src/contract/index.js';
import { recordKinds, staffEndpoints } from '../../../src/contract/index.js';
import type { Services } from '../../context/services.js';
import { changeRecord } from '../../staff/records/change-record.js';
import { listRecords, readRecord } from '../../staff/records/list-records.js';
import { readTogether } from '../../staff/records/read-together.js';
import { answer } from '../routing/answer.js';
import { conditionOf, versionHeader } from '../routing/version.js';
import { staffRoute } from './staff-route.js';

/** Reading, storing and deleting of everything that has an id, and reading several kinds at once (C-03). */
export function registerStaffRecords(app: Hono, services: Services): void {
  for (const name of Object.keys(recordKinds) as RecordKindName[]) {
    const { many, one, stem } = recordKinds[name];
    staffRoute(app, services, staffEndpoints[many], async (work, call) => {
      const { body, version } = await listRecords(work, name, call.query ?? {});
      return answer(200, body, versionHeader(version));
    });
    staffRoute(app, services, staffEndpoints[one], async (work, { id }) => {
      const { body, version } = await readRecord(work, name, id);
      return answer(200, body, versionHeader(version));
    });
    staffRoute(app, services, staffEndpoints[`put${stem}`], async (work, { id, body, header }) => {
      const condition = conditionOf(header);
      const { version } = await changeRecord(work, { name, id, condition, input: body });
      return answer(204, null, versionHeader(version));
    });
    staffRoute(app, services, staffEndpoints[`delete${stem}`], async (work, { id, header }) => {
      await changeRecord(work, { name, id, condition: conditionOf(header), input: undefined });
    });
  }
  staffRoute(app, services, staffEndpoints.readings, async (work, { query }) => {
    const names = new Set(query.of.split(',') as ReadTogether[]);
    const known = new Set(query.known?.split(','));
    const readings = [...(await readTogether(work, names, known))].map(
      ([name, { version, ...rest }]) => [name, { version: versionHeader(version).ETag, ...rest }],
    );
    return answer(200, Object.fromEntries(readings));
  });
}
