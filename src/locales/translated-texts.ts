import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Keeps an element right on a page that the browser translates. A translator puts an element such as `<font>` in the place
 * of a text node. Lit would go on writing to the node that is gone, or insert beside it, and the patient would read an
 * old date. Before each render the nodes are put back, with the translation as their text: what does not change stays
 * translated.
 */
export class TranslatedTexts implements ReactiveController {
  /** The text node that belongs where another node stands. */
  readonly #originals = new Map<ChildNode, Text>();
  readonly #observer = new MutationObserver((records) => this.#note(records));

  constructor(private readonly host: ReactiveControllerHost & HTMLElement) {
    host.addController(this);
  }

  hostConnected(): void {
    const { shadowRoot } = this.host;
    if (shadowRoot) this.#observer.observe(shadowRoot, { childList: true, subtree: true });
  }

  hostUpdate(): void {
    this.#note(this.#observer.takeRecords());
    for (const [node, text] of this.#originals) {
      // Taken out again, where the patient has asked for the page as it was.
      if (!node.isConnected) continue;
      text.data = node.textContent ?? '';
      node.replaceWith(text);
    }
    this.#originals.clear();
  }

  hostUpdated(): void {
    // What the element itself has rendered.
    this.#observer.takeRecords();
  }

  /** A text is replaced in one step; or before or after it is removed, a node is inserted beside it. */
  #note(records: readonly MutationRecord[]): void {
    let inserted: Node | undefined;
    let removed: MutationRecord | undefined;
    for (const record of records) {
      const { previousSibling, nextSibling } = record;
      const [node] = record.addedNodes;
      const [text] = record.removedNodes;
      if (node && text) this.#pair(text, node);
      else if (node) {
        const isAtItsPlace =
          removed?.previousSibling === previousSibling && removed.nextSibling === nextSibling;
        if (isAtItsPlace) this.#pair(removed?.removedNodes[0], node);
        inserted = isAtItsPlace ? undefined : node;
        removed = undefined;
      } else {
        const isReplaced = inserted && (inserted === previousSibling || inserted === nextSibling);
        if (isReplaced) this.#pair(text, inserted);
        removed = isReplaced ? undefined : record;
        inserted = undefined;
      }
    }
  }

  #pair(replaced: Node | undefined, node: Node | undefined): void {
    const original = this.#originals.get(replaced as ChildNode) ?? replaced;
    this.#originals.delete(replaced as ChildNode);
    if (original instanceof Text && node !== original) {
      this.#originals.set(node as ChildNode, original);
    }
  }
}
