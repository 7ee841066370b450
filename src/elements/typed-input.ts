import { keepButtonKeys } from './button-keys.js';

/** Events that leave a shadow root by themselves and carry what is typed, pasted, copied or dropped. */
const carriers = [
  'beforeinput',
  'input',
  'textInput',
  'compositionstart',
  'compositionupdate',
  'compositionend',
  'paste',
  'copy',
  'cut',
  'dragstart',
  'drop',
];

/** Keys that say nothing of what is typed: the page may need them while a field has the focus. */
const pageKeys = /^(Tab|Esc|F\d|Shift|Control|Alt|Meta|CapsLock)/;

/** True for a key that is typed into a field; not for shortcuts such as Ctrl+S. */
function isTyped(event: KeyboardEvent): boolean {
  // An autofill fires `keydown` without a key.
  const { key = '', altKey, ctrlKey, metaKey } = event;
  // A character that is typed with AltGr, or with Option on a Mac, such as "@".
  const isTypedWithAlt =
    event.getModifierState?.('AltGraph') || (altKey && key.length === 1 && !/[a-z\d]/i.test(key));
  if ((altKey || ctrlKey || metaKey) && !isTypedWithAlt) return false;
  const [control] = event.composedPath();
  return (control as Element).matches('input,textarea,select') && !pageKeys.test(key);
}

/**
 * Keeps what a patient types in the frame of an element from the page around it (N-02, P-29): a shortcut of the page neither eats a
 * letter nor hears a digit of the national ID. For elements without slots: what the page has put there would be silent, too.
 */
export function keepTypedInput(frame: HTMLElement): void {
  keepButtonKeys(frame);
  const stop = (event: Event) => event.stopPropagation();
  for (const type of carriers) frame.addEventListener(type, stop);
  for (const type of ['keydown', 'keypress', 'keyup'] as const) {
    frame.addEventListener(type, (event) => {
      if (isTyped(event)) stop(event);
    });
  }
}
