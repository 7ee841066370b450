import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define/notice.js';
import '../../src/define/week-calendar.js';
import type { WeekCalendar } from '../../src/elements/week-calendar/week-calendar.js';
import type { Notice } from '../../src/elements/notice/notice.js';

/** Every way in which a translator puts an element in the place of a text node. */
const replacements: Readonly<Record<string, (text: Text, font: HTMLElement) => void>> = {
  'in one step': (text, font) => text.replaceWith(font),
  'before the text is removed': (text, font) => {
    text.before(font);
    text.remove();
  },
  'after the text is removed': (text, font) => {
    const { parentNode, nextSibling } = text;
    text.remove();
    parentNode?.insertBefore(font, nextSibling);
  },
};

const headingOf = (notice: Notice) => notice.shadowRoot!.querySelector('h2, h3')!;

const textIn = (element: Element) =>
  [...element.childNodes].find((node): node is Text => node instanceof Text && node.data !== '')!;

function fontWith(text: string): HTMLElement {
  const font = document.createElement('font');
  font.textContent = text;
  return font;
}

/** A notice whose heading a translator has replaced. */
async function translated(replace: (text: Text, font: HTMLElement) => void) {
  const notice = await fixture<Notice>(html`<opus-notice heading="Mandag 2. mars"></opus-notice>`);
  const heading = headingOf(notice);
  const original = textIn(heading);
  replace(original, fontWith('Monday 2 March'));
  // Translators work in tasks of their own.
  await Promise.resolve();
  return { notice, heading, original };
}

describe('texts of a translated page', () => {
  for (const [name, replace] of Object.entries(replacements)) {
    it(`[P-50] a text that changes is shown, where the translation was inserted ${name}`, async () => {
      const { notice, heading } = await translated(replace);
      expect(heading.textContent?.trim()).to.equal('Monday 2 March');
      notice.text = 'Something else changes.';
      await notice.updateComplete;
      expect(heading.textContent?.trim(), 'stays translated').to.equal('Monday 2 March');
      notice.heading = 'Tirsdag 3. mars';
      await notice.updateComplete;
      expect(heading.textContent?.trim()).to.equal('Tirsdag 3. mars');
    });
  }

  it('[P-50] the original comes back with what has changed meanwhile', async () => {
    const { notice, heading, original } = await translated(replacements['in one step']!);
    notice.heading = 'Tirsdag 3. mars';
    await notice.updateComplete;
    heading.querySelector('font')!.replaceWith(original);
    expect(heading.textContent?.trim()).to.equal('Tirsdag 3. mars');
    notice.heading = 'Onsdag 4. mars';
    await notice.updateComplete;
    expect(heading.textContent?.trim()).to.equal('Onsdag 4. mars');
  });

  it('[P-50] a translation that is translated anew takes the next change as well', async () => {
    const { notice, heading, original } = await translated(replacements['in one step']!);
    heading.querySelector('font')!.replaceWith(fontWith('Lundi 2 mars'));
    await Promise.resolve();
    notice.heading = 'Tirsdag 3. mars';
    await notice.updateComplete;
    expect(heading.textContent?.trim()).to.equal('Tirsdag 3. mars');
    expect(original.data).to.equal('Tirsdag 3. mars');
  });

  it('[P-50] a change in the same task as the translation is shown', async () => {
    const notice = await fixture<Notice>(html`<opus-notice heading="En"></opus-notice>`);
    const heading = headingOf(notice);
    notice.heading = 'To';
    textIn(heading).replaceWith(fontWith('One'));
    await notice.updateComplete;
    expect(heading.textContent?.trim()).to.equal('To');
  });

  it('[P-50] the times of another week are shown in the buttons of a translated one', async () => {
    const slotAt = (start: string) => ({
      start,
      minutes: 30,
      clinic: 'c',
      clinician: 'p',
      treatment: 't',
    });
    const calendar = await fixture<WeekCalendar>(
      html`<opus-week-calendar
        time-zone="UTC"
        week="2027-03-01"
        .slots=${[slotAt('2027-03-01T08:00:00Z')]}
      ></opus-week-calendar>`,
    );
    const button = calendar.shadowRoot!.querySelector('.slot')!;
    textIn(button).replaceWith(fontWith('8:00 to 8:30'));
    await Promise.resolve();
    calendar.value = 'another';
    await calendar.updateComplete;
    expect(button.textContent, 'stays translated').to.equal('8:00 to 8:30');
    calendar.week = '2027-03-08';
    calendar.slots = [slotAt('2027-03-08T09:15:00Z')];
    await calendar.updateComplete;
    expect(calendar.shadowRoot!.querySelector('.slot')!.textContent).to.equal('09:15 – 09:45');
  });
});
