import type { MessageEvent } from '../../../src/contract/index.js';

/** The words of one language for messages about appointments, with merge fields (M-03). */
export interface BookingWords {
  greeting: string;
  treatment: string;
  address: string;
  /** Sentences with the clinic's phone. */
  call: { either: string; move: string; cancel: string; newTime: string };
  email: Record<MessageEvent, { subject: string; lines: string[] }> & {
    move: string;
    cancel: string;
    take: string;
    stop: string;
    welcome: string;
    goodbye: string;
    signature: string[];
  };
  sms: Record<MessageEvent, { opening: string; closing?: string }> & {
    move: string;
    cancel: string;
    take: string;
    stop: string;
  };
  calendar: { summary: (clinic: string) => string; description: (phone: string) => string };
}
