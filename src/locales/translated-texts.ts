/**
 * Keeps an element right on a page that the browser translates. A translator puts an element such as `<font>` in the place
 * of a text node, and Lit writes a text that has changed to the `data` of whatever stands there. Such an element gets a
 * `data` that shows it. What does not change stays translated. A text is replaced in one step, or a node is inserted beside it
 * before or after it is removed.
 */
export function followTranslator(records: readonly MutationRecord[]): void {
  let text: Node | undefined;
  let node: Node | undefined;
  for (const { addedNodes, removedNodes } of records) {
    text = removedNodes[0] ?? text;
    node = addedNodes[0] ?? node;
    if (!text || !node) continue;
    if ('data' in text && node instanceof HTMLElement) takeText(node, text as Text);
    text = node = undefined;
  }
}

/** `original`, a text or an earlier translation, comes back when the patient asks for the page as it was. */
function takeText(node: HTMLElement, original: Pick<Text, 'data'>): void {
  Object.defineProperty(node, 'data', {
    set(text: string) {
      node.textContent = original.data = text;
    },
  });
}
