interface Speaker {
  requestUpdate(): void;
}

/** Elements on the page that show words. */
const speakers = new Set<Speaker>();
let observer: MutationObserver | undefined;

/** Renders every element that shows words again: a language arrived, or another one is spoken. */
export function respeak(): void {
  speakers.forEach((speaker) => speaker.requestUpdate());
}

/** From now on the element is rendered again when its words may be others. */
export function addSpeaker(speaker: Speaker): void {
  speakers.add(speaker);
  if (observer) return;
  // Changed by the page itself; inside the widget, whoever changes the language calls respeak().
  observer = new MutationObserver(respeak);
  observer.observe(document, { subtree: true, attributeFilter: ['lang'] });
}

/** The element left the page. */
export function removeSpeaker(speaker: Speaker): void {
  speakers.delete(speaker);
}
