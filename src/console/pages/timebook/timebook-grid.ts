import { html } from 'lit';
import type { CSSResultGroup, PropertyValues, TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { guard } from 'lit/directives/guard.js';
import { styleMap } from 'lit/directives/style-map.js';
import { ConsoleElement } from '../../parts/console-element.js';
import { dayName } from '../../words/dates.js';
import { fill } from '../../words/in-language.js';
import { GridCursor } from './grid-cursor.js';
import { isBeside, itemName, renderItem, type ItemLook } from './grid-items.js';
import { cursorStretch, pressKey, upperItem, type KeyedGrid } from './grid-keys.js';
import { GridGestures, stretchOf } from './grid-gestures.js';
import type { Gesture, GestureHost, GridPoint } from './grid-gestures.js';
import { gridStyles } from './grid-styles.js';
import { itemsIn, toClock } from './timebook-model.js';
import type { Column, Item, Stretch } from './timebook-model.js';
import { ChooseEvent, DropEvent, OpenEvent } from './timebook-events.js';
import { timebookWords } from './timebook-words.js';

/**
 * Calendars side by side (C-07): stretches are marked, and what lies in them is moved and made longer, by mouse, touch or keyboard
 * alike. It shows, and says what somebody wants; the page does it.
 */
export class TimebookGrid extends ConsoleElement implements GestureHost {
  static override styles: CSSResultGroup = [ConsoleElement.styles, gridStyles];

  @property({ attribute: false }) columns: readonly Column[] = [];
  /** Names by clinician's id. */
  @property({ attribute: false }) names: ReadonlyMap<string, string> = new Map();
  /** Names and colours of preblock definitions by id. */
  @property({ attribute: false }) definitions: ReadonlyMap<
    string,
    { name: string; colour?: string | undefined }
  > = new Map();
  /** Minutes from midnight that are shown. */
  @property({ attribute: false }) hours = { from: 480, to: 1020 };
  /** Minutes between the timebook's lines. */
  @property({ attribute: false }) step = 10;
  /** Whether somebody may change an item. */
  @property({ attribute: false }) changeable: (item: Item) => boolean = () => false;
  @state() private said = '';
  @query('.surface') private readonly surface!: HTMLElement;
  @query('.scroll') private readonly scroller!: HTMLElement;
  @query('.mark') private readonly mark!: HTMLElement;
  readonly #gestures = new GridGestures(this);
  /** Of the calendars and of what is in sight of them, while a gesture goes on. */
  #box = new DOMRect();
  #view = new DOMRect();
  #drawn = '';
  readonly #cursor = new GridCursor();

  override connectedCallback(): void {
    super.connectedCallback();
    void this.updateComplete.then(() => {
      // Not passive, so that a drag keeps the page from scrolling.
      this.surface.addEventListener('touchmove', this.#gestures.touchMove, { passive: false });
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('columns') || changed.has('hours') || changed.has('step')) {
      const { from, to } = this.hours;
      this.#cursor.setBounds({ columns: this.columns.length, from, to, step: this.step });
    }
  }

  protected override updated(): void {
    this.#showCursor();
  }

  /** Puts the focus back on the calendar, where the cursor was. */
  override focus(): void {
    this.surface.focus({ preventScroll: true });
  }

  protected override render(): TemplateResult {
    const words = this.words(timebookWords);
    const { from, to } = this.hours;
    const hours = [...Array((to - from) / 60).keys()].map((hour) => from + hour * 60);
    const shape = {
      '--_columns': String(this.columns.length),
      '--_start': String(from),
      '--_length': String(to - from),
    };
    return html`
      <p class="visually-hidden" id="help">${words.gridHelp}</p>
      <div class="scroll">
        <div class="sheet" style=${styleMap(shape)}>
          <div class="heads" aria-hidden="true">
            <div class="corner"></div>
            ${this.columns.map((column, index) => this.#renderHead(column, index))}
          </div>
          <div class="hours" aria-hidden="true">
            ${hours.map(
              (hour) =>
                html`<span
                  class="hour"
                  style=${styleMap({ insetBlockStart: `calc(${hour - from} * var(--_minute))` })}
                  >${toClock(hour)}</span
                >`,
            )}
          </div>
          <div
            class="surface"
            tabindex="0"
            role="application"
            aria-roledescription=${words.timebook}
            aria-label=${words.calendars}
            aria-describedby="help"
            @keydown=${this.#key}
            @focus=${this.#focused}
            @pointerdown=${this.#gestures.down}
            @pointermove=${this.#gestures.move}
            @pointerup=${this.#gestures.up}
            @pointercancel=${this.#gestures.cancel}
            @contextmenu=${(event: Event) => event.preventDefault()}
          >
            ${this.columns.map((column, index) => this.#renderColumn(column, index))}
            <div class="mark cursor" aria-hidden="true"></div>
          </div>
        </div>
      </div>
      <p class="visually-hidden" role="status">${this.said}</p>
    `;
  }

  #renderHead({ date, clinician }: Column, index: number): TemplateResult {
    const isNewDay = index === 0 || this.columns[index - 1]!.date !== date;
    return html`<div class="head" title=${this.names.get(clinician) ?? clinician}>
      ${isNewDay ? dayName(date, this.language) : html`&nbsp;`}<b
        >${this.names.get(clinician) ?? clinician}</b
      >
    </div>`;
  }

  #renderColumn(column: Column, index: number): unknown {
    const isNewDay = index > 0 && this.columns[index - 1]!.date !== column.date;
    return guard([column, isNewDay, this.definitions, this.language], () => {
      const classes = { column: true, day: isNewDay, crowded: column.items.some(isBeside) };
      return html`<div class=${classMap(classes)} data-column=${index}>
        ${column.items.map((item) => renderItem(item, this.#look))}
      </div>`;
    });
  }

  get #look(): ItemLook {
    return { words: this.words(timebookWords), definitions: this.definitions };
  }

  // What a gesture asks and is told.

  begin(): void {
    this.#box = this.surface.getBoundingClientRect();
    this.#view = this.scroller.getBoundingClientRect();
  }

  pointOf({ clientX, clientY }: PointerEvent): GridPoint | undefined {
    const box = this.#box;
    const { from, to } = this.hours;
    if (this.columns.length === 0) return undefined;
    const column = Math.floor(((clientX - box.left) / box.width) * this.columns.length);
    const minutes = from + ((clientY - box.top) / box.height) * (to - from);
    return {
      column: Math.max(0, Math.min(this.columns.length - 1, column)),
      minutes: Math.max(from, Math.min(to - 1, minutes)),
    };
  }

  targetOf(event: PointerEvent): ReturnType<GestureHost['targetOf']> {
    const element = (event.composedPath()[0] as Element).closest<HTMLElement>('.block');
    const column = Number(element?.parentElement?.dataset['column']);
    const item = this.columns[column]?.items.find(
      ({ id, kind }) => id === element!.dataset['id'] && kind === element!.dataset['kind'],
    );
    // Working time is what stretches are marked on: it is opened from the stretch.
    if (!item || item.kind === 'working-time') return undefined;
    const box = element!.getBoundingClientRect();
    const isEdge = box.bottom - event.clientY < 8;
    // A preblock is taken by its side; over the rest of it stretches are marked, such as for an appointment.
    const isSide = event.clientX - box.left < Math.max(20, box.width * 0.14);
    return item.kind === 'preblock' && !isEdge && !isSide ? undefined : { item, isEdge, column };
  }

  mayChange(item: Item): boolean {
    return this.changeable(item);
  }

  /** Scrolls as long as a drag is near an edge, so that it reaches what is out of sight. */
  scrollFor({ clientX, clientY }: PointerEvent): boolean {
    const view = this.#view;
    const edge = 40;
    const by = (at: number, low: number, high: number) =>
      at < low + edge ? at - low - edge : at > high - edge ? at - high + edge : 0;
    // Hours and names cover part of it.
    const across = by(clientX, view.left + 56, view.right);
    const down = by(clientY, view.top + 56, view.bottom);
    if (across === 0 && down === 0) return false;
    const { scrollLeft, scrollTop } = this.scroller;
    this.scroller.scrollBy(across / 3, down / 3);
    this.#box = this.surface.getBoundingClientRect();
    return scrollLeft !== this.scroller.scrollLeft || scrollTop !== this.scroller.scrollTop;
  }

  show(gesture: Gesture, to: GridPoint): void {
    const stretch = stretchOf(gesture, to, this.columns, this.step);
    const column =
      gesture.kind === 'move'
        ? to.column
        : gesture.kind === 'mark'
          ? gesture.at.column
          : gesture.column;
    this.surface.classList.add('marking');
    this.#drawMark(column, stretch);
  }

  finish(gesture: Gesture, to: GridPoint | undefined): void {
    this.surface.classList.remove('marking');
    const end = to ?? gesture.at;
    const stretch = stretchOf(gesture, end, this.columns, this.step);
    this.#cursor.put(gesture.kind === 'move' ? end.column : gesture.at.column, stretch.from);
    this.#showCursor();
    if (gesture.kind === 'mark') {
      if (to) this.dispatchEvent(new ChooseEvent(stretch));
      else this.#open(gesture.at.column, stretch);
    } else if (to && !isSame(gesture, stretch, this.columns)) {
      this.dispatchEvent(new DropEvent(gesture.item, stretch));
    } else {
      this.dispatchEvent(new OpenEvent(gesture.item, stretch));
    }
  }

  cancel(): void {
    this.surface.classList.remove('marking');
    this.#showCursor();
  }

  /** Opens what lies uppermost in a stretch; without anything that can be opened, asks what to do with it. */
  #open(column: number, stretch: Stretch): void {
    const upper = upperItem(this.columns[column]!, stretch);
    this.dispatchEvent(upper ? new OpenEvent(upper, stretch) : new ChooseEvent(stretch));
  }

  get #keyed(): KeyedGrid {
    const { columns, changeable } = this;
    return { columns, changeable, cursor: this.#cursor };
  }

  readonly #key = (event: KeyboardEvent): void => {
    const { isTaken, wish } = pressKey(event, this.#keyed);
    if (!isTaken) return;
    event.preventDefault();
    event.stopPropagation();
    if (wish) this.dispatchEvent(wish);
    this.#showCursor();
    this.#sayCursor();
  };

  readonly #focused = (): void => {
    this.#showCursor();
    this.#sayCursor();
  };

  #showCursor(): void {
    const stretch = cursorStretch(this.#keyed);
    // It is seen only by whoever works by keyboard: nothing is measured for anybody else.
    if (!stretch || !this.hasUpdated || !this.surface.matches(':focus')) return;
    this.#box = this.surface.getBoundingClientRect();
    this.#drawMark(this.#cursor.column, stretch);
    if (!this.surface.matches(':focus-visible')) return;
    this.mark.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  /** Only what changed is written: a drag moves one element, and measures nothing. */
  #drawMark(column: number, { from, to }: Stretch): void {
    const { style } = this.mark;
    const { width, height } = this.#box;
    const wide = width / this.columns.length;
    const high = height / (this.hours.to - this.hours.from);
    style.transform = `translate(${column * wide}px, ${(from - this.hours.from) * high}px)`;
    const size = `${wide} ${Math.max(1, (to - from) * high)}`;
    if (size !== this.#drawn) {
      this.#drawn = size;
      const [inline, block] = size.split(' ');
      style.inlineSize = `${inline}px`;
      style.blockSize = `${block}px`;
    }
    const text = to - from >= 20 ? `${toClock(from)}–${toClock(to)}` : '';
    if (this.mark.textContent !== text) this.mark.textContent = text;
  }

  #sayCursor(): void {
    const words = this.words(timebookWords);
    const stretch = cursorStretch(this.#keyed);
    if (!stretch) return;
    const here = itemsIn(this.columns[this.#cursor.column]!, stretch.from, stretch.to);
    const said = here
      .filter(({ kind }) => kind !== 'offered')
      .map((item) => `${itemName(item, this.#look)} ${toClock(item.from)}–${toClock(item.to)}`);
    const offered = here.filter(({ kind }) => kind === 'offered').length;
    this.said = [
      this.#cursor.carried ? words.carrying : '',
      fill(words.cursorAt, {
        ...{
          day: dayName(stretch.date, this.language),
          name: this.names.get(stretch.clinician) ?? '',
        },
        ...{ from: toClock(stretch.from), to: toClock(stretch.to) },
      }),
      said.join(', ') || words.nothingHere,
      offered > 0 ? words.offeredHere : '',
    ]
      .filter(Boolean)
      .join('. ');
  }
}

/** Whether a gesture leaves something where it is. */
function isSame(
  gesture: Gesture & { kind: 'move' | 'resize' },
  { date, clinician, from, to }: Stretch,
  columns: readonly Column[],
): boolean {
  const before = columns[gesture.column]!;
  return (
    before.date === date &&
    before.clinician === clinician &&
    gesture.item.from === from &&
    gesture.item.to === to
  );
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-timebook-grid': TimebookGrid;
  }
}
