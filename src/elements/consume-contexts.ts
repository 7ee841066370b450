import { ContextConsumer, type Context } from '@lit/context';
import type { ReactiveElement } from 'lit';

/** Keeps properties of an element at the values of contexts, as long as it stands inside an element that provides them. */
export function consumeContexts(
  host: ReactiveElement,
  contexts: Readonly<Record<string, Context<unknown, unknown>>>,
): void {
  for (const [name, context] of Object.entries(contexts)) {
    new ContextConsumer(host, {
      context,
      callback: (value) => Object.assign(host, { [name]: value }),
      subscribe: true,
    });
  }
}
