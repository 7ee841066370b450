/** A message as it is handed over to be sent. */
export interface OutgoingMessage {
  accountId: string;
  /** The same for every try, so that a gateway can tell a repetition. */
  id: string;
  /** When it was tried first, epoch milliseconds: since then the gateway may have it; null: this is the first try. */
  triedAt: number | null;
  channel: 'sms' | 'email';
  to: string;
  /** Name, and address or number, that it comes from; null: the service's own. */
  senderName: string | null;
  sender: string | null;
  subject: string | null;
  text: string;
  /** The same as HTML; null: plain only. */
  html: string | null;
  /** A calendar entry that goes with it (RFC 5545); null: none. */
  calendar: string | null;
}

/** Sends one message and answers the gateway's own id of it; throws when it could not be handed over, best a `DeliveryError`. */
export type Transport = (message: OutgoingMessage) => Promise<{ messageId?: string }>;

/** One transport for each channel. */
export interface Transports {
  sms: Transport;
  email: Transport;
  /** Whether `email` can send to addresses with letters beyond ASCII before the @ (SMTPUTF8, RFC 6531); absent: it cannot. */
  utf8Email?: () => boolean;
}

/** Why a message was not accepted. Never holds the recipient (N-02). */
export class DeliveryError extends Error {
  override readonly name = 'DeliveryError';
  /** Another try would end the same way: the address is wrong, or the message is. */
  readonly isPermanent: boolean;
  /** Seconds that the gateway requests to wait before the next try. */
  readonly retryAfter: number | undefined;

  constructor(
    message: string,
    { isPermanent = false, retryAfter }: { isPermanent?: boolean; retryAfter?: number } = {},
  ) {
    super(message);
    this.isPermanent = isPermanent;
    this.retryAfter = retryAfter;
  }
}
