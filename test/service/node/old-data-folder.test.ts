import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { it } from 'node:test';
import { readEnvironment } from '../../../service/node/environment.js';
import { oldFacts, writeOldDataFolder } from '../support/old-database.js';
import { callProcess, startServiceProcess } from '../support/service-process.js';

it('starts on the data folder of the version before, with its server key', async () => {
  assert.equal(readEnvironment({}).dataDir, '.data');
  const dataDir = await writeOldDataFolder();
  // Without SERVER_KEY the one in the folder counts; the data key is made there.
  const service = await startServiceProcess({ DATA_DIR: dataDir, SERVER_KEY: '', DATA_KEY: '' });
  try {
    const { id, token } = oldFacts.pending;
    const account = await callProcess(service, '', { method: 'GET' });
    assert.deepEqual([account.status, account.body.id], [200, 'demo']);
    // Tokens hang on the key: with another one there would be no such booking.
    const booking = await callProcess(service, `/bookings/${id}`, {
      method: 'GET',
      headers: { 'Booking-Token': token },
    });
    assert.deepEqual([booking.status, booking.body.id], [200, id]);
  } finally {
    await service.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
});
