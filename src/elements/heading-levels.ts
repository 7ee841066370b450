const headings = 'h2, h3, h4';

/** The level that `heading-level` asks for; 2, which the elements are written for, where it asks for none. */
function levelOf(host: Element): number {
  const level = Number(host.getAttribute('heading-level') ?? 2);
  return level >= 2 && level <= 5 ? Math.round(level) : 2;
}

const followed = new WeakSet<Element>();

/**
 * Fits the outline of an element into that of the page around (`heading-level`): screen readers are told other levels, through all
 * elements inside, as they come. To the eye nothing changes. Loaded with the later steps.
 */
export function followHeadingLevel(host: Element): void {
  if (followed.has(host) || !host.hasAttribute('heading-level')) return;
  followed.add(host);
  const observer = new MutationObserver((records) => {
    for (const { addedNodes, type } of records) {
      if (type === 'attributes') apply(host);
      else addedNodes.forEach(set);
    }
  });
  const set = (node: Node): void => {
    if (!(node instanceof Element || node instanceof ShadowRoot)) return;
    const up = levelOf(host) - 2;
    const inside = [...node.querySelectorAll('*')];
    for (const element of node instanceof Element ? [node, ...inside] : inside) {
      if (element.matches(headings)) {
        element.setAttribute('aria-level', String(Math.min(6, Number(element.localName[1]) + up)));
      }
      enter(element);
    }
  };
  const apply = (element: Element): void => {
    if (!element.shadowRoot) return;
    observer.observe(element.shadowRoot, { childList: true, subtree: true });
    set(element.shadowRoot);
  };
  const enter = (element: Element): void => {
    if (element.shadowRoot) apply(element);
    else if (element.localName.includes('-') && !customElements.get(element.localName)) {
      void customElements.whenDefined(element.localName).then(() => apply(element));
    }
  };
  observer.observe(host, { attributeFilter: ['heading-level'] });
  apply(host);
}
