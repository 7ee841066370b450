import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What a booking has to know of the page around it. */
export interface PageLifeListener {
  /** The patient did something here. */
  touched(): void;
  /** The page closes or goes to sleep, or the element is taken out of it. */
  left(): void;
  /** The page is back from sleep, or the element in it. */
  cameBack(): void;
}

export type PageLifecycleHost = ReactiveControllerHost &
  EventTarget & { readonly isConnected: boolean };

const signs = ['pointerdown', 'keydown', 'input'] as const;

/** Watches the page for an element, as long as it stands in the document. */
export class PageLifecycle implements ReactiveController {
  #hasLeft = false;

  constructor(
    private readonly host: PageLifecycleHost,
    private readonly listener: PageLifeListener,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('pagehide', this.#handleHide);
    window.addEventListener('pageshow', this.#handleShow);
    document.addEventListener('visibilitychange', this.#handleSign);
    // While it is captured: the elements inside let no key out.
    for (const sign of signs) this.host.addEventListener(sign, this.#handleSign, true);
    if (this.#hasLeft) this.#handleShow();
  }

  hostDisconnected(): void {
    window.removeEventListener('pagehide', this.#handleHide);
    window.removeEventListener('pageshow', this.#handleShow);
    document.removeEventListener('visibilitychange', this.#handleSign);
    for (const sign of signs) this.host.removeEventListener(sign, this.#handleSign, true);
    // An element that is only moved is back before the microtask runs.
    queueMicrotask(() => {
      if (!this.host.isConnected) this.#handleHide();
    });
  }

  readonly #handleHide = (): void => {
    this.#hasLeft = true;
    this.listener.left();
  };

  readonly #handleShow = (): void => {
    if (!this.#hasLeft) return;
    this.#hasLeft = false;
    this.listener.cameBack();
  };

  readonly #handleSign = (): void => {
    if (document.visibilityState === 'visible') this.listener.touched();
  };
}
