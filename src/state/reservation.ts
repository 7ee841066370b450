// What a booking needs once a clinic is chosen: its code arrives while the first step is read.
export { BookingAttempt } from './booking-attempt.js';
export { HoldKeeper } from './hold-keeper.js';
export { SlotsController } from './slots-controller.js';
