// Makes the database that the story "Whole flow" begins with, unless it is there, and prints where it lies.
import { resolve } from 'node:path';
import { sampleSnapshot } from '../demo/seed.js';
import { storeSnapshot } from '../service/node/snapshot.js';

console.log(resolve(await storeSnapshot(sampleSnapshot)));
