/** The words of logging in and of the session (P-33, P-34, P-43): loaded where the account has a way to log in. */
export interface LoginMessages {
  loggingIn: string;
  logOut: string;
  /** Name of the group with who is logged in, for screen readers. */
  whoIsLoggedIn: string;
  /** From the other views back to the booking. */
  bookAppointment: string;
  /** Why to log in. */
  loginLead: string;
  /** Booking needs a login (P-34). */
  loginForBooking: string;
  /** The requested view needs a login (P-44). */
  loginForAppointments: string;
  /** The session ended by itself. */
  loginOver: string;
  /** `name` is an e-ID's, such as "BankID". */
  loginWith: (name: string) => string;
  /** Heading over the form that asks for a code. */
  loginBySms: string;
  sendLoginCode: string;
  /** The same for patients and for people who are not on file. */
  loginCodeSent: (mobile: string) => string;
  /** What to do when no code comes; the phone number follows. */
  noLoginCode: string;
  correctLogin: string;
  loginCodeOver: string;
  loginTooManyTries: string;
  /** The page around may not use the login, or it is switched off. */
  loginNotAllowed: string;
  loginFailed: string;
  eidWaiting: (name: string) => string;
  eidBlocked: string;
  eidOpen: (name: string) => string;
  eidWindowGone: string;
  eidRefused: string;
  startAgain: string;
  goOnWithout: string;
  /** Identified by e-ID, but not a patient on file. */
  notOnFileHeading: string;
  notOnFileText: string;
  /** Above a form that was filled in from the patient's record or last booking (P-39). */
  filledFromRecord: string;
  filledFromBooking: string;
  /** A code before moving or cancelling (P-43). */
  sessionCodeLead: string;
  sendSessionCode: string;
  sessionCodeMobile: string;
  confirmSession: string;
  /** The patient is due (P-38). */
  recallNoticeHeading: string;
  recallNoticeText: (treatment: string) => string;
  seeRecall: string;
}
