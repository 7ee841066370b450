export * from './primitives.js';
export * from './account.js';
export * from './slot.js';
export * from './booking.js';
export * from './login.js';
export * from './problem.js';
export * from './staff.js';
export * from './endpoints.js';
