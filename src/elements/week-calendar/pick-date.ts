import { addDays, type CivilDate } from '../../domain/civil-date.js';

/** Loads which days from `from` up to, but without, `to` have free times, at most 42 days; it may fail. */
export type DaysOf = (
  from: CivilDate,
  to: CivilDate,
) => Promise<readonly { readonly date: CivilDate; readonly count: number }[]>;

/** The calendar's properties that limit and mark the dates. */
export interface DateSource extends HTMLElement {
  readonly renderRoot: HTMLElement | DocumentFragment;
  readonly week: CivilDate;
  readonly today: CivilDate;
  readonly earliestWeek: CivilDate;
  readonly latestWeek: CivilDate;
  readonly daysOf?: DaysOf;
}

/** Lets the patient pick a date (P-18); undefined when they do not. Focus returns to the pressed button. */
export async function pickDate(
  source: DateSource,
  button: HTMLButtonElement,
  loadMonthPicker: (() => Promise<unknown>) | undefined,
): Promise<CivilDate | undefined> {
  const { today, week, earliestWeek, latestWeek, daysOf } = source;
  const min = today > earliestWeek ? today : earliestWeek;
  const max = latestWeek && addDays(latestWeek, 6);
  const value = week > min ? week : min;
  button.ariaBusy = 'true';
  try {
    await loadMonthPicker?.();
  } catch {
    // It cannot be loaded now: the browser's date field is used instead.
  }
  button.ariaBusy = null;
  const date = await (customElements.get('opus-month-picker')
    ? fromMonthPicker(source, button, { min, max, value, today, ...(daysOf ? { daysOf } : {}) })
    : fromDateField(button, { min, max }));
  button.focus();
  return date;
}

function fromMonthPicker(
  { renderRoot }: DateSource,
  button: HTMLButtonElement,
  props: Partial<HTMLElementTagNameMap['opus-month-picker']>,
): Promise<CivilDate | undefined> {
  const picker = Object.assign(document.createElement('opus-month-picker'), props);
  renderRoot.append(picker);
  return new Promise((done) => {
    picker.addEventListener('close', () => {
      picker.remove();
      done(picker.picked);
    });
    void picker.show(button);
  });
}

function fromDateField(
  button: HTMLButtonElement,
  { min, max }: { min: CivilDate; max: CivilDate },
): Promise<CivilDate | undefined> {
  const field = document.createElement('input');
  const ariaLabel = button.textContent.trim();
  Object.assign(field, { type: 'date', className: 'button', min, max, ariaLabel });
  button.after(field);
  field.focus();
  try {
    field.showPicker();
  } catch {
    // Frames of another origin and old browsers have no picker: the date is typed.
  }
  return new Promise((done) => {
    const end = () => {
      field.removeEventListener('blur', end);
      field.remove();
      done((field.validity.valid && field.value) || undefined);
    };
    field.addEventListener('blur', end);
    // While a year is being typed, the date is already valid: only one in range counts.
    field.addEventListener('change', () => field.validity.valid && field.value && end());
  });
}
