// Made by "npm run frameworks" from custom-elements.json.
import type {} from '../dist/elements/appointment-list/appointment-list.js';
import type {} from '../dist/elements/appointment-receipt/appointment-receipt.js';
import type {} from '../dist/elements/appointment-review/appointment-review.js';
import type {} from '../dist/elements/appointments/appointments.js';
import type {} from '../dist/elements/booking/booking.js';
import type {} from '../dist/elements/booking-button/booking-button.js';
import type {} from '../dist/elements/cancel-dialog/cancel-dialog.js';
import type {} from '../dist/elements/choices/choices.js';
import type {} from '../dist/elements/clinic-picker/clinic-picker.js';
import type {} from '../dist/elements/clinic-search/clinic-search.js';
import type {} from '../dist/elements/clinician-picker/clinician-picker.js';
import type {} from '../dist/elements/code-field/code-field.js';
import type {} from '../dist/elements/login/code-form.js';
import type {} from '../dist/elements/review/confirm-code.js';
import type {} from '../dist/console/shell/console.js';
import type {} from '../dist/elements/error-summary/error-summary.js';
import type {} from '../dist/elements/hold-warning/hold-warning.js';
import type {} from '../dist/elements/info-box/info-box.js';
import type {} from '../dist/elements/login/login.js';
import type {} from '../dist/elements/month-picker/month-picker.js';
import type {} from '../dist/elements/national-id-field/national-id-field.js';
import type {} from '../dist/elements/notice/notice.js';
import type {} from '../dist/elements/other-offers/other-offers.js';
import type {} from '../dist/elements/personal-details/personal-details.js';
import type {} from '../dist/elements/phone-field/phone-field.js';
import type {} from '../dist/elements/receipt/receipt.js';
import type {} from '../dist/elements/review/review.js';
import type {} from '../dist/elements/login/session-code.js';
import type {} from '../dist/elements/slot-chooser/slot-chooser.js';
import type {} from '../dist/elements/steps/steps.js';
import type {} from '../dist/elements/text-field/text-field.js';
import type {} from '../dist/elements/time-alert/time-alert.js';
import type {} from '../dist/elements/treatment-picker/treatment-picker.js';
import type {} from '../dist/elements/week-calendar/week-calendar.js';
import type {} from '../dist/events/back-event.js';
import type {} from '../dist/events/before-step-change-event.js';
import type {} from '../dist/events/book-need-event.js';
import type {} from '../dist/events/booked-event.js';
import type {} from '../dist/events/cancelled-event.js';
import type {} from '../dist/events/choose-event.js';
import type {} from '../dist/events/confirm-events.js';
import type {} from '../dist/events/details-done-event.js';
import type {} from '../dist/events/draft-event.js';
import type {} from '../dist/events/error-event.js';
import type {} from '../dist/events/field-choose-event.js';
import type {} from '../dist/events/go-to-event.js';
import type {} from '../dist/events/hold-event.js';
import type {} from '../dist/events/keep-event.js';
import type {} from '../dist/events/login-event.js';
import type {} from '../dist/events/moved-event.js';
import type {} from '../dist/events/narrow-event.js';
import type {} from '../dist/events/opened-events.js';
import type {} from '../dist/events/own-act-event.js';
import type {} from '../dist/events/receipt-events.js';
import type {} from '../dist/events/selection-change-event.js';
import type {} from '../dist/events/session-confirmed-event.js';
import type {} from '../dist/events/slot-chooser-events.js';
import type {} from '../dist/events/step-change-event.js';
import type {} from '../dist/events/view-change-event.js';
import type {} from '../dist/events/week-change-event.js';

type Of<
  Tag extends keyof HTMLElementTagNameMap,
  Name extends string,
> = Name extends keyof HTMLElementTagNameMap[Tag] ? HTMLElementTagNameMap[Tag][Name] : string;
type Heard<Name extends string> = Name extends keyof HTMLElementEventMap
  ? HTMLElementEventMap[Name]
  : Event;

/** Each element's own attributes and properties, and the events that it fires. */
export interface OpusElements {
  /** Own appointments and needs. */
  'opus-appointment-list': {
    props: {
      /** What the session may see; with `mobile`, the list says that it is not complete (P-39). */
      access?: Of<'opus-appointment-list', 'access'> | undefined;
      /** The clinic's number. */
      phone?: Of<'opus-appointment-list', 'phone'> | undefined;
      /** IANA zone of the clinics. */
      'time-zone'?: Of<'opus-appointment-list', 'timeZone'> | undefined;
      /** The present moment in epoch milliseconds, which divides coming from past. */
      now?: Of<'opus-appointment-list', 'now'> | string | undefined;
      /** Language of the account's own texts. */
      'text-lang'?: Of<'opus-appointment-list', 'textLang'> | undefined;
      /** Something new can be booked here. */
      'can-book'?: Of<'opus-appointment-list', 'canBook'> | undefined;
      /** Patients can be told when an earlier time opens (P-48). */
      'can-ask'?: Of<'opus-appointment-list', 'canAsk'> | undefined;
      /** The appointment whose card shows the slot for it, in place of the button; empty for none. */
      'alert-for'?: Of<'opus-appointment-list', 'alertFor'> | undefined;
      /** Where something new is booked; without it, an event is dispatched. */
      'booking-url'?: Of<'opus-appointment-list', 'bookingUrl'> | undefined;
      /** The list could not be loaded; the slot says why. */
      failed?: Of<'opus-appointment-list', 'failed'> | undefined;
      appointments?: Of<'opus-appointment-list', 'appointments'> | undefined;
      recalls?: Of<'opus-appointment-list', 'recalls'> | undefined;
      kept?: Of<'opus-appointment-list', 'kept'> | undefined;
    };
    events: {};
  };
  /** An appointment is moved, or a recall booked. */
  'opus-appointment-receipt': {
    props: {
      kind?: Of<'opus-appointment-receipt', 'kind'> | undefined;
      /** IANA zone of the clinic. */
      'time-zone'?: Of<'opus-appointment-receipt', 'timeZone'> | undefined;
      /** Language of the account's own texts. */
      'text-lang'?: Of<'opus-appointment-receipt', 'textLang'> | undefined;
      appointment?: Of<'opus-appointment-receipt', 'appointment'> | undefined;
    };
    events: {};
  };
  /** The confirm page of a move, and of a recall. */
  'opus-appointment-review': {
    props: {
      /** Today's date at the clinic. */
      today?: Of<'opus-appointment-review', 'today'> | undefined;
      /** The call runs. */
      busy?: Of<'opus-appointment-review', 'busy'> | undefined;
      account?: Of<'opus-appointment-review', 'account'> | undefined;
      about?: Of<'opus-appointment-review', 'about'> | undefined;
      heldSlot?: Of<'opus-appointment-review', 'heldSlot'> | undefined;
      patient?: Of<'opus-appointment-review', 'patient'> | undefined;
      problems?: Of<'opus-appointment-review', 'problems'> | undefined;
    };
    events: {};
  };
  /** Own appointments: see, move, cancel, book a check-up. */
  'opus-appointments': {
    props: {
      /** The account's id at the service, where the element stands alone. */
      account?: Of<'opus-appointments', 'account'> | undefined;
      /** Root of the booking API; without one, the page's own origin. */
      api?: Of<'opus-appointments', 'api'> | undefined;
      /** Language (`nb`, `sv`, `fi`, `da`, `en`); without one, that of the page around. */
      lang?: Of<'opus-appointments', 'lang'> | undefined;
      /** An appointment's id, from a link in a message. */
      appointment?: Of<'opus-appointments', 'appointment'> | undefined;
      /** What to do with that appointment: `move` or `cancel`; nothing changes before the patient confirms it. */
      do?: Of<'opus-appointments', 'do'> | undefined;
      /** An e-ID provider's id: offered first where a login is asked for (P-10). */
      idp?: Of<'opus-appointments', 'idp'> | undefined;
      /** Where something new is booked. */
      'booking-url'?: Of<'opus-appointments', 'bookingUrl'> | undefined;
      time?: Of<'opus-appointments', 'time'> | undefined;
      returnPath?: Of<'opus-appointments', 'returnPath'> | undefined;
      fetch?: Of<'opus-appointments', 'fetch'> | undefined;
      client?: Of<'opus-appointments', 'client'> | undefined;
      session?: Of<'opus-appointments', 'session'> | undefined;
    };
    events: {
      /** an appointment was moved */
      'opus-moved': Heard<'opus-moved'>;
      /** an appointment was cancelled */
      'opus-cancelled': Heard<'opus-cancelled'>;
      /** a need was booked */
      'opus-booked': Heard<'opus-booked'>;
      /** a time is held for the patient, or no longer */
      'opus-hold': Heard<'opus-hold'>;
      /** a failure is shown to the patient */
      'opus-error': Heard<'opus-error'>;
    };
  };
  /** The whole booking, from choosing a clinic to the receipt. */
  'opus-booking': {
    props: {
      /** what the page around has itself, one or more of `logo`, `language`, `header` (both, and logging in), `welcome`, `footer` */
      hide?: string | undefined;
      /** level of the topmost headings for screen readers, 2 to 5, where the page's own heading above is not of level 1 */
      'heading-level'?: string | undefined;
      /** The account's id at the service. */
      account?: Of<'opus-booking', 'account'> | undefined;
      /** Root of the booking API; without one, the page's own origin. */
      api?: Of<'opus-booking', 'api'> | undefined;
      /** Language of the widget (`nb`, `sv`, `fi`, `da`, `en`); without one, the first that the account speaks of the page's and the browser's. */
      lang?: Of<'opus-booking', 'lang'> | undefined;
      /** A clinic's id, `any`, or `group:` and a group's id: chosen from the start (P-10). */
      clinic?: Of<'opus-booking', 'clinic'> | undefined;
      /** A group's id: only its clinics are shown, until the patient asks to see all (P-10). */
      group?: Of<'opus-booking', 'group'> | undefined;
      /** A treatment's id: only this treatment is shown, until the patient asks to see all. */
      treatment?: Of<'opus-booking', 'treatment'> | undefined;
      /** A clinician's id: only this clinician is shown, until the patient asks to see all; or `any`, chosen from the start. */
      clinician?: Of<'opus-booking', 'clinician'> | undefined;
      /** The start of a time, an instant: chosen and held from the start, where it is free (P-48). */
      time?: Of<'opus-booking', 'time'> | undefined;
      /** The step to show, if it can be reached: `clinic`, `treatment`, `clinician`, `time`, `details` or `confirm`. */
      step?: Of<'opus-booking', 'step'> | undefined;
      /** The view to show, where the account has a way to log in (P-33): `booking`, `login` or `appointments`. */
      view?: Of<'opus-booking', 'view'> | undefined;
      /** The id of an own appointment, for a link in a message: shown once the patient is logged in (P-36, P-37). */
      appointment?: Of<'opus-booking', 'appointment'> | undefined;
      /** What the link is for: `move` or `cancel`. */
      do?: Of<'opus-booking', 'do'> | undefined;
      /** The id of the e-ID provider that is offered first. */
      idp?: Of<'opus-booking', 'idp'> | undefined;
      /** On a page of the service's own origin: where no window opens, the whole page may go to the e-ID provider, and is opened again with `eid-return=done` in its query (P-33). The value of that parameter, or empty. */
      'eid-return'?: Of<'opus-booking', 'eidReturn'> | undefined;
      /** Where "to the start page" of the receipt leads. */
      'start-url'?: Of<'opus-booking', 'startUrl'> | undefined;
      initialChoices?: Of<'opus-booking', 'initialChoices'> | undefined;
      fetch?: Of<'opus-booking', 'fetch'> | undefined;
      client?: Of<'opus-booking', 'client'> | undefined;
    };
    events: {
      /** before another step is shown; cancelable */
      'opus-before-step-change': Heard<'opus-before-step-change'>;
      /** another step is shown */
      'opus-step-change': Heard<'opus-step-change'>;
      /** the choices changed */
      'opus-selection-change': Heard<'opus-selection-change'>;
      /** a time is held for the patient, or no longer */
      'opus-hold': Heard<'opus-hold'>;
      /** a time is booked */
      'opus-booked': Heard<'opus-booked'>;
      /** the patient is logged in; carries nothing about them */
      'opus-login': Heard<'opus-login'>;
      /** the booking, the login or the own appointments are shown */
      'opus-view-change': Heard<'opus-view-change'>;
      /** an appointment was moved */
      'opus-moved': Heard<'opus-moved'>;
      /** an appointment was cancelled */
      'opus-cancelled': Heard<'opus-cancelled'>;
      /** a failure is shown to the patient */
      'opus-error': Heard<'opus-error'>;
    };
  };
  /** Opens the booking in a dialog. */
  'opus-booking-button': {
    props: {
      /** the button's text; without one, what stands in the element, else "Book an appointment" in its language */
      label?: string | undefined;
      /** language of button and booking; without one, the page's, else the browser's */
      lang?: 'nb' | 'sv' | 'fi' | 'da' | 'en' | undefined;
      /** floats in this corner at the foot of the window */
      floating?: 'left' | 'right' | undefined;
      /** CSS selector of what a floating button does not cover, such as a consent bar */
      avoid?: string | undefined;
      /** the account's name */
      account?: string | undefined;
      /** root of the booking API; without one, the service that the script comes from, else the page's own origin */
      api?: string | undefined;
      /** a clinic's id, `any`, or `group:` and a group's id: chosen from the start */
      clinic?: string | undefined;
      /** a group's id: only its clinics are shown */
      group?: string | undefined;
      /** a treatment's id: nothing else is shown */
      treatment?: string | undefined;
      /** a clinician's id: nothing else is shown; or `any` */
      clinician?: string | undefined;
      /** the step to show, as far as it can be reached */
      step?: string | undefined;
      /** what is shown */
      view?: 'booking' | 'login' | 'appointments' | undefined;
      /** the e-ID provider that is offered first */
      idp?: string | undefined;
      /** what the booking leaves out: `logo`, `language`, `header`, `welcome`, `footer` */
      hide?: string | undefined;
    };
    events: {
      /** the dialog was opened */
      'opus-open': Heard<'opus-open'>;
      /** the dialog was closed */
      'opus-close': Heard<'opus-close'>;
    };
  };
  /** Asks before an appointment is cancelled. */
  'opus-cancel-dialog': {
    props: {
      /** IANA zone of the clinic. */
      'time-zone'?: Of<'opus-cancel-dialog', 'timeZone'> | undefined;
      /** Today's date at the clinic. */
      today?: Of<'opus-cancel-dialog', 'today'> | undefined;
      /** The cancellation runs. */
      busy?: Of<'opus-cancel-dialog', 'busy'> | undefined;
      appointment?: Of<'opus-cancel-dialog', 'appointment'> | undefined;
    };
    events: {};
  };
  /** Summary of what is chosen. */
  'opus-choices': {
    props: {
      account?: Of<'opus-choices', 'account'> | undefined;
      selection?: Of<'opus-choices', 'selection'> | undefined;
      heldSlot?: Of<'opus-choices', 'heldSlot'> | undefined;
    };
    events: {};
  };
  /** Choosing a clinic. */
  'opus-clinic-picker': {
    props: {
      account?: Of<'opus-clinic-picker', 'account'> | undefined;
      selection?: Of<'opus-clinic-picker', 'selection'> | undefined;
      factOf?: Of<'opus-clinic-picker', 'factOf'> | undefined;
    };
    events: {};
  };
  /** Search above a long list of clinics. */
  'opus-clinic-search': {
    props: {
      sections?: Of<'opus-clinic-search', 'sections'> | undefined;
    };
    events: {
      /** the list of found clinics changed */
      'opus-narrow': Heard<'opus-narrow'>;
    };
  };
  /** Choosing a clinician. */
  'opus-clinician-picker': {
    props: {
      account?: Of<'opus-clinician-picker', 'account'> | undefined;
      selection?: Of<'opus-clinician-picker', 'selection'> | undefined;
      factOf?: Of<'opus-clinician-picker', 'factOf'> | undefined;
    };
    events: {};
  };
  /** The six digits of a confirmation code in one input (P-31); a pasted message gives its code. */
  'opus-code-field': {
    props: {
      /** Tokens of HTML's autofill. */
      autocomplete?: Of<'opus-code-field', 'autocomplete'> | undefined;
      /** Name of its value in a form. */
      name?: Of<'opus-code-field', 'name'> | undefined;
      label?: Of<'opus-code-field', 'label'> | undefined;
      hint?: Of<'opus-code-field', 'hint'> | undefined;
      /** An error in words, shown in place of the field's own. */
      error?: Of<'opus-code-field', 'error'> | undefined;
      required?: Of<'opus-code-field', 'required'> | undefined;
      disabled?: Of<'opus-code-field', 'disabled'> | undefined;
      /** The text as typed, or filled in. */
      value?: Of<'opus-code-field', 'value'> | undefined;
    };
    events: {
      /** The patient typed. */
      input: Heard<'input'>;
      /** The patient finished typing. */
      change: Heard<'change'>;
    };
  };
  /** A code that came by SMS, and another one after a wait; part of `opus-login` and `opus-session-code`. */
  'opus-code-form': {
    props: {
      /** The button's text, and its text while the code is checked. */
      label?: Of<'opus-code-form', 'label'> | undefined;
      working?: Of<'opus-code-form', 'working'> | undefined;
      /** What the patient waits for after pressing a button. */
      busy?: Of<'opus-code-form', 'busy'> | undefined;
      /** What is wrong with the code, in words. */
      error?: Of<'opus-code-form', 'error'> | undefined;
      resendAt?: Of<'opus-code-form', 'resendAt'> | undefined;
      until?: Of<'opus-code-form', 'until'> | undefined;
    };
    events: {};
  };
  /** Second half of the confirm step. */
  'opus-confirm-code': {
    props: {
      busy?: Of<'opus-confirm-code', 'busy'> | undefined;
      /** Day and time that are being confirmed, in words. */
      when?: Of<'opus-confirm-code', 'when'> | undefined;
      account?: Of<'opus-confirm-code', 'account'> | undefined;
      draft?: Of<'opus-confirm-code', 'draft'> | undefined;
      pending?: Of<'opus-confirm-code', 'pending'> | undefined;
      error?: Of<'opus-confirm-code', 'error'> | undefined;
    };
    events: {};
  };
  /** The clinic's side of the booking: people and places, the booking page with every setting, messages, and what has to be decided. */
  'opus-console': {
    props: {
      /** Root of the API; the page's own origin unless told. */
      api?: Of<'opus-console', 'api'> | undefined;
      /** Id of the account. */
      account?: Of<'opus-console', 'account'> | undefined;
      /** Page that is shown first, such as `booking-page`; the fragment of the address comes before it. */
      page?: Of<'opus-console', 'page'> | undefined;
      /** BCP 47 tag of the language; that of the person who is signed in unless told. */
      lang?: Of<'opus-console', 'lang'> | undefined;
      fetch?: Of<'opus-console', 'fetch'> | undefined;
    };
    events: {};
  };
  /** List of the problems of a form. */
  'opus-error-summary': {
    props: {
      heading?: Of<'opus-error-summary', 'heading'> | undefined;
      /** One quiet line under the heading. */
      text?: Of<'opus-error-summary', 'text'> | undefined;
      items?: Of<'opus-error-summary', 'items'> | undefined;
    };
    events: {};
  };
  /** Asks whether to keep the held time. */
  'opus-hold-warning': {
    props: {
      /** Clock time of the end, in words, such as "10:42". */
      until?: Of<'opus-hold-warning', 'until'> | undefined;
    };
    events: {
      /** The patient asks to hold the time longer. */
      'opus-keep': Heard<'opus-keep'>;
    };
  };
  /** The account's yellow note. */
  'opus-info-box': {
    props: {
      heading?: Of<'opus-info-box', 'heading'> | undefined;
      text?: Of<'opus-info-box', 'text'> | undefined;
      /** BCP 47 language of heading and text, where it is not that of the page around. */
      'text-lang'?: Of<'opus-info-box', 'textLang'> | undefined;
    };
    events: {};
  };
  /** Log in by SMS code or e-ID. */
  'opus-login': {
    props: {
      /** An e-ID provider's id: offered first (P-10). */
      idp?: Of<'opus-login', 'idp'> | undefined;
      /** Why the patient has to log in: to book, to see appointments, or because the session has ended. */
      reason?: Of<'opus-login', 'reason'> | undefined;
      /** The clinic's number for those who cannot log in; else that of the account's first clinic. */
      phone?: Of<'opus-login', 'phone'> | undefined;
      account?: Of<'opus-login', 'account'> | undefined;
      session?: Of<'opus-login', 'session'> | undefined;
      returnPath?: Of<'opus-login', 'returnPath'> | undefined;
      isBack?: Of<'opus-login', 'isBack'> | undefined;
    };
    events: {
      /** the patient is logged in; carries nothing about them */
      'opus-login': Heard<'opus-login'>;
    };
  };
  /** Pick a date in a month that shows which days have free times. */
  'opus-month-picker': {
    props: {
      /** The date that is focused first. */
      value?: Of<'opus-month-picker', 'value'> | undefined;
      /** The first date that can be picked. */
      min?: Of<'opus-month-picker', 'min'> | undefined;
      /** The last date that can be picked. */
      max?: Of<'opus-month-picker', 'max'> | undefined;
      /** Today's date at the clinic. */
      today?: Of<'opus-month-picker', 'today'> | undefined;
      daysOf?: Of<'opus-month-picker', 'daysOf'> | undefined;
      picked?: Of<'opus-month-picker', 'picked'> | undefined;
    };
    events: {
      /** a date was picked: `picked` */
      change: Heard<'change'>;
      /** the dialog is closed, with or without a date */
      close: Heard<'close'>;
    };
  };
  /** The national ID of a market (P-26): format as hint, one sentence for each problem, hyphen set on leaving. */
  'opus-national-id-field': {
    props: {
      market?: Of<'opus-national-id-field', 'market'> | undefined;
      /** The clinic's civil date, `YYYY-MM-DD`, else the browser's: a birth date is not after it. */
      today?: Of<'opus-national-id-field', 'today'> | undefined;
      /** Name of its value in a form. */
      name?: Of<'opus-national-id-field', 'name'> | undefined;
      label?: Of<'opus-national-id-field', 'label'> | undefined;
      hint?: Of<'opus-national-id-field', 'hint'> | undefined;
      /** An error in words, shown in place of the field's own. */
      error?: Of<'opus-national-id-field', 'error'> | undefined;
      required?: Of<'opus-national-id-field', 'required'> | undefined;
      disabled?: Of<'opus-national-id-field', 'disabled'> | undefined;
      /** Tokens of HTML's autofill. */
      autocomplete?: Of<'opus-national-id-field', 'autocomplete'> | undefined;
      /** The text as typed, or filled in. */
      value?: Of<'opus-national-id-field', 'value'> | undefined;
    };
    events: {
      /** The patient typed. */
      input: Heard<'input'>;
      /** The patient finished typing; the text has its market's form now. */
      change: Heard<'change'>;
    };
  };
  /** Welcome, states of the page and errors. */
  'opus-notice': {
    props: {
      heading?: Of<'opus-notice', 'heading'> | undefined;
      /** Plain text; line breaks are kept, and addresses become links (N-03). */
      text?: Of<'opus-notice', 'text'> | undefined;
      /** The clinic's number, for a link to call it. */
      phone?: Of<'opus-notice', 'phone'> | undefined;
      tone?: Of<'opus-notice', 'tone'> | undefined;
      /** BCP 47 language of heading and text, where they are the account's own. */
      'text-lang'?: Of<'opus-notice', 'textLang'> | undefined;
    };
    events: {};
  };
  /** Other clinics and clinicians with free times. */
  'opus-other-offers': {
    props: {
      /** The first free time of what is chosen, an instant: only earlier ones are of use. Empty where there is none. */
      'own-first'?: Of<'opus-other-offers', 'ownFirst'> | undefined;
      account?: Of<'opus-other-offers', 'account'> | undefined;
      client?: Of<'opus-other-offers', 'client'> | undefined;
      selection?: Of<'opus-other-offers', 'selection'> | undefined;
    };
    events: {};
  };
  /** Personal details: the form with its checks and consent. */
  'opus-personal-details': {
    props: {
      market?: Of<'opus-personal-details', 'market'> | undefined;
      /** The clinic's civil date, `YYYY-MM-DD`, else the browser's. */
      today?: Of<'opus-personal-details', 'today'> | undefined;
      /** The account's consent text and its page (P-28), else the standard text. */
      'consent-text'?: Of<'opus-personal-details', 'consentText'> | undefined;
      'consent-url'?: Of<'opus-personal-details', 'consentUrl'> | undefined;
      /** Heading and text of the yellow box (P-27), else the market's standard text. */
      'info-heading'?: Of<'opus-personal-details', 'infoHeading'> | undefined;
      'info-text'?: Of<'opus-personal-details', 'infoText'> | undefined;
      /** BCP 47 language of the account's texts. */
      'text-lang'?: Of<'opus-personal-details', 'textLang'> | undefined;
      /** Language of the consent text, where it is another than that of the other texts. */
      'consent-lang'?: Of<'opus-personal-details', 'consentLang'> | undefined;
      settings?: Of<'opus-personal-details', 'settings'> | undefined;
      draft?: Of<'opus-personal-details', 'draft'> | undefined;
      problems?: Of<'opus-personal-details', 'problems'> | undefined;
    };
    events: {};
  };
  /** A mobile number: national numbers of the market as they are, others with + and country code. */
  'opus-phone-field': {
    props: {
      market?: Of<'opus-phone-field', 'market'> | undefined;
      /** Tokens of HTML's autofill. */
      autocomplete?: Of<'opus-phone-field', 'autocomplete'> | undefined;
      /** Name of its value in a form. */
      name?: Of<'opus-phone-field', 'name'> | undefined;
      label?: Of<'opus-phone-field', 'label'> | undefined;
      hint?: Of<'opus-phone-field', 'hint'> | undefined;
      /** An error in words, shown in place of the field's own. */
      error?: Of<'opus-phone-field', 'error'> | undefined;
      required?: Of<'opus-phone-field', 'required'> | undefined;
      disabled?: Of<'opus-phone-field', 'disabled'> | undefined;
      /** The text as typed, or filled in. */
      value?: Of<'opus-phone-field', 'value'> | undefined;
    };
    events: {
      /** The patient typed. */
      input: Heard<'input'>;
      /** The patient finished typing; a valid number is grouped now. */
      change: Heard<'change'>;
    };
  };
  /** Booking confirmation. */
  'opus-receipt': {
    props: {
      /** What patients may do online with it, where the slot `online` leads; without it, how to call is said alone (P-36, P-37). */
      online?: Of<'opus-receipt', 'online'> | undefined;
      /** IANA zone of the clinic. */
      'time-zone'?: Of<'opus-receipt', 'timeZone'> | undefined;
      /** Where "go to the start page" leads; without it, an event is dispatched. */
      'start-url'?: Of<'opus-receipt', 'startUrl'> | undefined;
      appointment?: Of<'opus-receipt', 'appointment'> | undefined;
      sentTo?: Of<'opus-receipt', 'sentTo'> | undefined;
    };
    events: {};
  };
  /** The confirm step: review, then code. */
  'opus-review': {
    props: {
      /** What the patient waits for after pressing a button. */
      busy?: Of<'opus-review', 'busy'> | undefined;
      account?: Of<'opus-review', 'account'> | undefined;
      selection?: Of<'opus-review', 'selection'> | undefined;
      heldSlot?: Of<'opus-review', 'heldSlot'> | undefined;
      draft?: Of<'opus-review', 'draft'> | undefined;
      pending?: Of<'opus-review', 'pending'> | undefined;
      codeError?: Of<'opus-review', 'codeError'> | undefined;
    };
    events: {};
  };
  /** Confirm the session with a code. */
  'opus-session-code': {
    props: {
      account?: Of<'opus-session-code', 'account'> | undefined;
      session?: Of<'opus-session-code', 'session'> | undefined;
    };
    events: {
      /** Confirmed, or given up (`isConfirmed` false); stays inside the widget. */
      'opus-session-confirmed': Heard<'opus-session-confirmed'>;
    };
  };
  /** Choosing among slots at the same time. */
  'opus-slot-chooser': {
    props: {
      account?: Of<'opus-slot-chooser', 'account'> | undefined;
      load?: Of<'opus-slot-chooser', 'load'> | undefined;
      value?: Of<'opus-slot-chooser', 'value'> | undefined;
    };
    events: {};
  };
  /** Step indicator. */
  'opus-steps': {
    props: {
      /** Index of the page in view. */
      current?: Of<'opus-steps', 'current'> | string | undefined;
      pages?: Of<'opus-steps', 'pages'> | undefined;
      reachable?: Of<'opus-steps', 'reachable'> | undefined;
    };
    events: {};
  };
  /** A line of text, or several: label above, hint under it, error in words under the field (P-29). */
  'opus-text-field': {
    props: {
      type?: Of<'opus-text-field', 'type'> | undefined;
      inputmode?: Of<'opus-text-field', 'inputMode'> | undefined;
      /** Several lines, with a counter where `max` is given. */
      multiline?: Of<'opus-text-field', 'multiline'> | undefined;
      /** Maximum number of characters. A longer text can be typed and is an error: nothing pasted is cut off unseen. */
      max?: Of<'opus-text-field', 'max'> | string | undefined;
      /** Expected number of characters, for the width; 0 is the whole width. */
      chars?: Of<'opus-text-field', 'chars'> | string | undefined;
      /** Name of its value in a form. */
      name?: Of<'opus-text-field', 'name'> | undefined;
      label?: Of<'opus-text-field', 'label'> | undefined;
      hint?: Of<'opus-text-field', 'hint'> | undefined;
      /** An error in words, shown in place of the field's own. */
      error?: Of<'opus-text-field', 'error'> | undefined;
      required?: Of<'opus-text-field', 'required'> | undefined;
      disabled?: Of<'opus-text-field', 'disabled'> | undefined;
      /** Tokens of HTML's autofill. */
      autocomplete?: Of<'opus-text-field', 'autocomplete'> | undefined;
      /** The text as typed, or filled in. */
      value?: Of<'opus-text-field', 'value'> | undefined;
      meaningOf?: Of<'opus-text-field', 'meaningOf'> | undefined;
    };
    events: {
      /** The patient typed. */
      input: Heard<'input'>;
      /** The patient finished typing. */
      change: Heard<'change'>;
    };
  };
  /** Asks to be told when an earlier time opens. */
  'opus-time-alert': {
    props: {
      /** The last day that would do, unless the patient chooses another: a civil date. */
      'last-day'?: Of<'opus-time-alert', 'lastDay'> | undefined;
      /** Whether the session, or the booking whose token is given, has proven an address: then none is asked for. */
      known?: Of<'opus-time-alert', 'known'> | undefined;
      /** Begins with the form, for a page that has a button of its own. */
      open?: Of<'opus-time-alert', 'open'> | undefined;
      client?: Of<'opus-time-alert', 'client'> | undefined;
      wish?: Of<'opus-time-alert', 'wish'> | undefined;
      bookingToken?: Of<'opus-time-alert', 'bookingToken'> | undefined;
      account?: Of<'opus-time-alert', 'account'> | undefined;
    };
    events: {};
  };
  /** Choosing a treatment. */
  'opus-treatment-picker': {
    props: {
      account?: Of<'opus-treatment-picker', 'account'> | undefined;
      selection?: Of<'opus-treatment-picker', 'selection'> | undefined;
      factOf?: Of<'opus-treatment-picker', 'factOf'> | undefined;
    };
    events: {};
  };
  /** Choose a free time in a week view. */
  'opus-week-calendar': {
    props: {
      /** The Monday of the week to show; without one, the week of `today`, else that of the first slot. */
      week?: Of<'opus-week-calendar', 'week'> | undefined;
      /** The start of the chosen time, an ISO instant. */
      value?: Of<'opus-week-calendar', 'value'> | undefined;
      /** The clinic's IANA zone: all times are its local time. */
      'time-zone'?: Of<'opus-week-calendar', 'timeZone'> | undefined;
      /** Today's date at the clinic; earlier weeks cannot be shown. */
      today?: Of<'opus-week-calendar', 'today'> | undefined;
      /** Identifies what `slots` were loaded for. While it and `week` stay the same, new slots are a refresh: lost times keep their place. */
      query?: Of<'opus-week-calendar', 'query'> | undefined;
      /** Slots are being loaded. */
      loading?: Of<'opus-week-calendar', 'loading'> | undefined;
      /** Shows Saturday and Sunday even without times. */
      'show-weekend'?: Of<'opus-week-calendar', 'showWeekend'> | undefined;
      /** Shows starts only: without a treatment, the end is not known. */
      'starts-only'?: Of<'opus-week-calendar', 'startsOnly'> | undefined;
      /** The last Monday that can be shown. */
      'latest-week'?: Of<'opus-week-calendar', 'latestWeek'> | undefined;
      slots?: Of<'opus-week-calendar', 'slots'> | undefined;
      first?: Of<'opus-week-calendar', 'first'> | undefined;
      earliest?: Of<'opus-week-calendar', 'earliest'> | undefined;
      nextDate?: Of<'opus-week-calendar', 'nextDate'> | undefined;
      earliestWeek?: Of<'opus-week-calendar', 'earliestWeek'> | undefined;
      clinicianNames?: Of<'opus-week-calendar', 'clinicianNames'> | undefined;
      clinicNames?: Of<'opus-week-calendar', 'clinicNames'> | undefined;
      daysOf?: Of<'opus-week-calendar', 'daysOf'> | undefined;
    };
    events: {
      /** a time was chosen: `choice.value` is its start and every slot that begins then */
      'opus-choose': Heard<'opus-choose'>;
      /** another week is requested: `week` is its Monday */
      'opus-week-change': Heard<'opus-week-change'>;
    };
  };
}

/** Listeners as JSX writes them: `onopus-booked`. */
export type Listeners<Events, Prefix extends string = 'on'> = {
  [Name in keyof Events & string as `${Prefix}${Name}`]?: (event: Events[Name]) => void;
};

/** Custom properties of the look, as a style object takes them. */
export type OpusTokens = { [Name in `--opus-${string}`]?: string };
