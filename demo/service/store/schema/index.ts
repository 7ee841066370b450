export * from './accounts.js';
export * from './catalogue.js';
export * from './treatments.js';
export * from './preblocks.js';
export * from './calendar.js';
export * from './bookings.js';
export * from './messages.js';
export * from './limits.js';
