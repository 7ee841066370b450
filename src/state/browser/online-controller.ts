import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Says when the connection is back, as long as the host stands in the document. */
export class OnlineController implements ReactiveController {
  constructor(
    host: ReactiveControllerHost,
    private readonly handleOnline: () => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('online', this.handleOnline);
  }

  hostDisconnected(): void {
    window.removeEventListener('online', this.handleOnline);
  }
}
