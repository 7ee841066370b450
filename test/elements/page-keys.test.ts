import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/define/cancel-dialog.js';
import '../../src/define/clinic-search.js';
import '../../src/define/code-field.js';
import '../../src/define/hold-warning.js';
import '../../src/define/month-picker.js';
import '../../src/define/national-id-field.js';
import '../../src/define/phone-field.js';
import '../../src/define/slot-chooser.js';
import '../../src/define/text-field.js';
import type { OwnAppointment } from '../../src/contract/index.js';
import { loadLocale } from '../../src/locales/load-locale.js';
import { waitUntil } from '../support/wait-until.js';

const keyTypes = ['keydown', 'keypress', 'keyup'];
const carriers = [
  'beforeinput',
  'input',
  'textInput',
  'compositionupdate',
  'paste',
  'copy',
  'cut',
  'drop',
];

/** The events that a page hears at its document. */
function listen(types: readonly string[]): { heard: string[]; stop: () => void } {
  const heard: string[] = [];
  const hear = (event: Event) =>
    void heard.push(event instanceof KeyboardEvent ? `${event.type} ${event.key}` : event.type);
  types.forEach((type) => document.addEventListener(type, hear));
  return { heard, stop: () => types.forEach((type) => document.removeEventListener(type, hear)) };
}

async function show<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  props: object = {},
): Promise<HTMLElementTagNameMap[Tag]> {
  const element = Object.assign(document.createElement(tag), { lang: 'en', ...props });
  document.body.append(element);
  await (element as unknown as { updateComplete: Promise<unknown> }).updateComplete;
  return element;
}

const controlOf = (element: HTMLElement) =>
  element.shadowRoot!.querySelector<HTMLInputElement>('input, textarea')!;

describe('keys and the page around', () => {
  let shown: HTMLElement | undefined;
  before(() => loadLocale('en'));
  afterEach(() => shown?.remove());

  for (const [tag, props] of [
    ['opus-text-field', { label: 'Last name' }],
    ['opus-text-field', { label: 'Message', multiline: true }],
    ['opus-national-id-field', { label: 'National ID', market: 'NO' }],
    ['opus-phone-field', { label: 'Mobile', market: 'NO' }],
    ['opus-code-field', { label: 'Code' }],
    ['opus-clinic-search', { sections: [] }],
  ] as const) {
    it(`[N-02] what is typed in ${tag} stays in it, ${JSON.stringify(props)}`, async () => {
      const element = (shown = await show(tag, props));
      const control = controlOf(element);
      control.focus();
      const { heard, stop } = listen([...keyTypes, ...carriers]);
      try {
        await sendKeys({ type: '190476' });
        await sendKeys({ press: 'Backspace' });
        control.dispatchEvent(
          new ClipboardEvent('paste', {
            bubbles: true,
            composed: true,
            clipboardData: new DataTransfer(),
          }),
        );
        expect(control.value.replaceAll(/\D/g, '')).to.equal('19047');
        // A field tells that there is input, without what it is.
        expect(heard.filter((each) => each !== 'input')).to.deep.equal([]);
      } finally {
        stop();
      }
    });
  }

  it('[N-02] an event of a field that a page listens to carries nothing', async () => {
    const element = (shown = await show('opus-national-id-field', {
      label: 'National ID',
      market: 'NO',
    }));
    const told: Event[] = [];
    element.addEventListener('input', (event) => told.push(event));
    controlOf(element).focus();
    await sendKeys({ type: '1' });
    expect(told).to.have.length(1);
    expect((told[0] as InputEvent).data).to.equal(undefined);
  });

  it('[P-50] characters typed with AltGr or Option are typed text, combinations are the page’s', async () => {
    const element = (shown = await show('opus-text-field', { label: 'E-mail' }));
    const { heard, stop } = listen(keyTypes);
    const press = (key: string, init: KeyboardEventInit) =>
      controlOf(element).dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true, composed: true, ...init }),
      );
    press('@', { ctrlKey: true, altKey: true, modifierAltGraph: true });
    press('@', { altKey: true });
    press('S', { shiftKey: true });
    expect(heard).to.deep.equal([]);
    press('s', { ctrlKey: true });
    press('k', { metaKey: true });
    press('s', { altKey: true });
    press('F1', {});
    press('Tab', {});
    press('Escape', {});
    stop();
    const passed = ['s', 'k', 's', 'F1', 'Tab', 'Escape'].map((key) => `keydown ${key}`);
    expect(heard).to.deep.equal(passed);
  });
});

describe('Escape and the page around', () => {
  let shown: HTMLElement | undefined;
  before(() => loadLocale('en'));
  afterEach(() => shown?.remove());

  const slot = {
    start: '2026-11-30T08:00:00+01:00',
    minutes: 30,
    clinic: 'c',
    clinician: 'p',
    treatment: 't',
  };
  const appointment = { id: 'a', slot, clinic: { name: 'C' }, clinician: { name: 'P' } };
  const isOpen = (element: HTMLElement) =>
    Boolean(element.shadowRoot!.querySelector('dialog[open]'));

  const layers: readonly (readonly [string, () => Promise<HTMLElement>, boolean])[] = [
    [
      'the month',
      async () => {
        const picker = await show('opus-month-picker', { value: '2026-11-28' });
        await picker.show();
        return picker;
      },
      true,
    ],
    ['the times at the same hour', () => show('opus-slot-chooser', { value: slot }), true],
    [
      'the question before a cancellation',
      () => show('opus-cancel-dialog', { appointment: appointment as unknown as OwnAppointment }),
      true,
    ],
    [
      'the question whether the patient is there',
      () => show('opus-hold-warning', { until: '10:42' }),
      false,
    ],
  ];

  for (const [name, open, isDialog] of layers) {
    it(`[P-50] the first Escape closes ${name} alone, keydown and keyup`, async () => {
      (document.activeElement as HTMLElement | null)?.blur();
      const element = (shown = await open());
      let isKept = false;
      element.addEventListener('opus-keep', () => (isKept = true));
      // Whoever shows the dialog takes it away.
      element.addEventListener('opus-own-act', () => element.remove());
      if (isDialog) await waitUntil(() => isOpen(element), 'open');
      const { heard, stop } = listen(keyTypes);
      await sendKeys({ press: 'Escape' });
      if (isDialog) await waitUntil(() => !element.isConnected || !isOpen(element), 'closed');
      else expect(isKept).to.equal(true);
      expect(heard).to.deep.equal([]);
      element.remove();
      await sendKeys({ press: 'Escape' });
      stop();
      expect(heard).to.deep.equal(['keydown Escape', 'keyup Escape']);
    });
  }

  it('[P-12] the first Escape clears the search for a clinic alone', async () => {
    const element = (shown = await show('opus-clinic-search', { sections: [] }));
    controlOf(element).focus();
    await sendKeys({ type: 'oslo' });
    const { heard, stop } = listen(keyTypes);
    await sendKeys({ press: 'Escape' });
    expect(controlOf(element).value).to.equal('');
    expect(heard).to.deep.equal([]);
    await sendKeys({ press: 'Escape' });
    stop();
    expect(heard).to.deep.equal(['keydown Escape', 'keyup Escape']);
  });
});
