// The schemas of every answer but the account's. They arrive with the first call that needs them, not with the first step.
export {
  BookingAnswer,
  BookingState,
  ConfirmedBooking,
  PendingBooking,
  ResendAnswer,
} from '../contract/booking.js';
export { Problem } from '../contract/problem.js';
export { DayList, Hold, SlotList, StartList } from '../contract/slot.js';
