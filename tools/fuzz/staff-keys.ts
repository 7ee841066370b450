import { hostKey } from './world.js';

/** How whoever runs the service signs calls. */
export const asHost = { Authorization: `Bearer ${hostKey}` };
