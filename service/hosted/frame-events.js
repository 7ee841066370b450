// Runs before the account's script, in its frame: turns what the page tells into events, named and shaped as those that
// the element fires on a page of one's own (docs/events.md).
(() => {
  const { addEventListener, Event, parent } = globalThis;

  // A sandbox has neither cookies nor storage, and merely looking at them throws. Scripts of vendors look at them.
  Object.defineProperty(document, 'cookie', { get: () => '', set() {} });
  for (const name of ['localStorage', 'sessionStorage']) {
    const items = new Map();
    const value = {
      get length() {
        return items.size;
      },
      key: (index) => [...items.keys()][index] ?? null,
      getItem: (key) => items.get(String(key)) ?? null,
      setItem: (key, item) => void items.set(String(key), String(item)),
      removeItem: (key) => void items.delete(String(key)),
      clear: () => items.clear(),
    };
    Object.defineProperty(globalThis, name, { value });
  }

  // The page throws out a frame that takes the focus; whoever calls this out of habit is not to be punished.
  globalThis.focus = () => {};

  addEventListener('message', ({ source, data }) => {
    if (source !== parent || !String(data?.type).startsWith('opus-')) return;
    const { type, ...fields } = data;
    document.dispatchEvent(Object.assign(new Event(type, { bubbles: true }), fields));
  });
  addEventListener('DOMContentLoaded', () => parent.postMessage('opus-ready', location.origin));
})();
