import { expect, fixture, html } from '@open-wc/testing';
import { html as staticHtml, unsafeStatic } from 'lit/static-html.js';
import { FieldPage, focused, type Field } from './form-page.js';
import { loadFormWords } from '../../support/form-words.js';

/** What the suite has to know of a field. */
export interface FieldCase {
  readonly tag: string;
  /** A good text as it looks once the field was left. */
  readonly good: string;
  /** What the form sends for it. */
  readonly sent: string;
  /** A text that the field itself finds wrong; absent where it takes anything. */
  readonly bad?: string;
  /** The browser may bring the text back after a reload. */
  readonly isRemembered: boolean;
  /** Enter makes a new line instead of sending the form. */
  readonly isMultiline?: boolean;
  readonly attributes?: string;
}

interface Shown {
  page: FieldPage;
  form: HTMLFormElement;
  sent: () => string | null;
}

/** Every field of the form passes this: a field is a native one, but for its looks and words (P-29). */
export function fieldSuite(name: string, field: FieldCase): void {
  const tag = unsafeStatic(field.tag);
  const extra = unsafeStatic(field.attributes ?? '');

  async function show(attributes = ''): Promise<Shown> {
    const form = await fixture<HTMLFormElement>(
      html`<form lang="nb" novalidate>
        ${staticHtml`<${tag} name="it" label="Felt" ${extra} ${unsafeStatic(attributes)}></${tag}>`}
        <button>Send</button>
      </form>`,
    );
    const element = form.firstElementChild as Field;
    await element.updateComplete;
    return {
      page: new FieldPage(element),
      form,
      sent: () => new FormData(form).get('it') as string | null,
    };
  }

  describe(`${name} as a field`, () => {
    before(() => loadFormWords('nb'));

    it('[P-29] has its label above, named for screen readers, and a star when it must be filled in', async () => {
      const { page } = await show('required');
      expect(page.labelText).to.equal('Felt *');
      expect(page.control.getAttribute('aria-required')).to.equal('true');
      const optional = await show();
      expect(optional.page.labelText).to.equal('Felt');
    });

    it('[P-29] is focused by a click on its label', async () => {
      const { page } = await show();
      page.control.labels?.[0]?.click();
      expect(focused()).to.equal(page.control);
    });

    it('[P-29] is focused as a whole', async () => {
      const { page } = await show();
      page.element.focus();
      expect(focused()).to.equal(page.control);
    });

    it('[P-29] has its hint read with it', async () => {
      const { page } = await show('hint="Et hint"');
      expect(page.description).to.contain('Et hint');
    });

    it('[P-29] shows an error in words from outside, and says it to screen readers', async () => {
      const { page } = await show('hint="Et hint"');
      expect(page.isInvalid).to.equal(false);
      page.element.error = 'Dette er feil.';
      await page.element.updateComplete;
      expect(page.isInvalid).to.equal(true);
      expect(page.description).to.contain('Dette er feil.').and.to.contain('Et hint');
      expect(page.text()).to.contain('Dette er feil.');
      await expect(page.element).to.be.accessible();
    });

    it('takes part in a form and sends its value in its one form', async () => {
      const { page, form, sent } = await show();
      expect(page.element.form).to.equal(form);
      expect([...form.elements]).to.include(page.element);
      expect(sent()).to.equal('');
      page.element.value = field.good;
      expect(sent()).to.equal(field.sent);
    });

    it('fires native input and change on the patient’s action alone', async () => {
      const { page } = await show();
      const events: string[] = [];
      for (const type of ['input', 'change']) {
        page.element.addEventListener(type, (event) => {
          expect(event.target).to.equal(page.element);
          events.push(type);
        });
      }
      page.element.value = 'x';
      await page.element.updateComplete;
      expect(events).to.deep.equal([]);
      await page.retype(field.good);
      expect(new Set(events)).to.deep.equal(new Set(['input']));
      await page.leave();
      expect(events.filter((type) => type === 'change')).to.have.length(1);
      expect(page.element.value).to.equal(field.good);
    });

    it('[P-29] keeps what is filled in without `input`, and tells of it on leaving and on `change`', async () => {
      for (const event of ['blur', 'change']) {
        const { page, sent } = await show();
        const told: string[] = [];
        page.element.addEventListener('input', () => told.push(page.element.value));
        page.control.value = field.good;
        expect(page.element.value).to.equal(field.good);
        page.control.dispatchEvent(new Event(event));
        expect(told).to.deep.equal([field.good]);
        await page.element.updateComplete;
        expect(page.control.value).to.equal(field.good);
        expect(sent()).to.equal(field.sent);
      }
    });

    it('[P-29] never renders over what is filled in without an event', async () => {
      const { page } = await show();
      page.control.value = field.good;
      page.element.error = 'Dette er feil.';
      await page.element.updateComplete;
      expect(page.control.value).to.equal(field.good);
      page.element.value = '';
      await page.element.updateComplete;
      expect(page.control.value, 'a value of the page replaces it').to.equal('');
    });

    it('[P-29] tells the form of what is filled in without an event before it is sent', async () => {
      const { page, form } = await show();
      const told: string[] = [];
      form.addEventListener('input', () => told.push('input'));
      form.addEventListener('submit', (event) => {
        event.preventDefault();
        told.push(page.element.value);
      });
      page.control.value = field.good;
      form.requestSubmit();
      expect(told).to.deep.equal(['input', field.good]);
      await page.element.updateComplete;
      expect(new FormData(form).get('it')).to.equal(field.sent);
    });

    it('is missing when required and empty, as forms know it', async () => {
      const { page } = await show('required');
      expect(page.element.validity.valueMissing).to.equal(true);
      expect(page.element.validationMessage).to.have.length.above(5);
      page.element.value = field.good;
      await page.element.updateComplete;
      expect(page.element.validity.valid).to.equal(true);
      expect(page.element.checkValidity()).to.equal(true);
    });

    it('[P-29] does not complain before something was typed', async () => {
      const { page } = await show('required');
      page.element.focus();
      await page.leave();
      expect(page.isInvalid).to.equal(false);
    });

    it('[P-29] complains of an empty field when the form asks', async () => {
      const { page } = await show('required');
      page.element.checkValidity();
      await page.element.updateComplete;
      expect(page.isInvalid).to.equal(true);
      expect(page.description).to.contain(page.element.validationMessage);
    });

    if (field.bad !== undefined) {
      const { bad } = field;
      it('[P-29] says what is wrong once the field is left, not before, and stops when it is right', async () => {
        const { page } = await show();
        await page.type(bad);
        expect(page.isInvalid).to.equal(false);
        await page.leave();
        expect(page.isInvalid).to.equal(true);
        expect(page.element.validity.customError).to.equal(true);
        expect(page.description).to.contain(page.element.validationMessage);
        await page.retype(field.good);
        expect(page.isInvalid).to.equal(true);
        await page.leave();
        expect(page.isInvalid).to.equal(false);
      });
    }

    it('is emptied by a reset, its complaint too', async () => {
      const { page, form, sent } = await show();
      await page.type(field.bad ?? field.good);
      await page.leave();
      form.reset();
      await page.element.updateComplete;
      expect(page.element.value).to.equal('');
      expect(page.control.value).to.equal('');
      expect(page.isInvalid).to.equal(false);
      expect(sent()).to.equal('');
    });

    it('sends nothing while it is disabled, by itself or by a fieldset', async () => {
      const { page, form, sent } = await show();
      page.element.value = field.good;
      page.element.disabled = true;
      await page.element.updateComplete;
      expect(page.control.disabled).to.equal(true);
      expect(sent()).to.equal(null);
      page.element.disabled = false;
      const set = document.createElement('fieldset');
      set.disabled = true;
      form.prepend(set);
      set.append(page.element);
      await page.element.updateComplete;
      expect(page.control.disabled).to.equal(true);
    });

    it(`[N-02] ${field.isRemembered ? 'comes back' : 'never comes back'} after a reload`, async () => {
      const { page } = await show();
      const heard: string[] = [];
      page.element.addEventListener('input', () => heard.push(page.element.value));
      (
        page.element as unknown as { formStateRestoreCallback(state: string): void }
      ).formStateRestoreCallback(field.good);
      await page.element.updateComplete;
      expect(page.element.value).to.equal(field.isRemembered ? field.good : '');
      expect(heard).to.deep.equal(field.isRemembered ? [field.good] : []);
    });

    it(`Enter ${field.isMultiline ? 'makes a new line' : 'sends the form'}`, async () => {
      const { page, form } = await show();
      let submits = 0;
      form.addEventListener('submit', (event) => {
        event.preventDefault();
        submits += 1;
      });
      await page.type(field.good);
      await page.enter();
      expect(submits).to.equal(field.isMultiline ? 0 : 1);
    });

    it('is accessible empty, filled in and disabled', async () => {
      const { page } = await show('required');
      await expect(page.element).to.be.accessible();
      page.element.value = field.good;
      await page.element.updateComplete;
      await expect(page.element).to.be.accessible();
      page.element.disabled = true;
      await page.element.updateComplete;
      await expect(page.element).to.be.accessible();
    });
  });
}
