/** Messages were marked as read or unread: whoever counts them counts anew. */
export class UnreadEvent extends Event {
  constructor() {
    super('opus-console-unread', { bubbles: true, composed: true });
  }
}
