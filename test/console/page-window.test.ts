import { expect, fixture, html, nextFrame, waitUntil } from '@open-wc/testing';
import { css, LitElement } from 'lit';
import { PageWindow } from '../../src/console/pages/sms/page-window.js';

const pages = (count: number) =>
  Array.from({ length: count }, (_, page) =>
    Array.from({ length: 100 }, (_row, index) => page * 100 + index),
  );

/** A list of numbers, each in a row of 40 pixels, or of another height. */
class NumberList extends LitElement {
  static override styles = css`
    .row {
      block-size: var(--height, 40px);
    }
  `;

  list = 1;
  pages = pages(40);
  width = 1;
  /** Rows that were rendered since it was set to 0. */
  rendered = 0;
  readonly #window = new PageWindow(this, () => undefined);

  protected override render() {
    return html`${this.#window.renderPages(
        this.list,
        this.pages,
        [this.width],
        (page, shown, first) =>
          page.slice(0, shown).map((number, index) => {
            this.rendered += 1;
            return html`<div class="row" data-at=${first + index}>${number}</div>`;
          }),
      )}
      <div class="end"></div>`;
  }

  protected override updated(): void {
    this.#window.observe(this.renderRoot, false);
  }

  get rows(): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('.row')];
  }
}
customElements.define('test-number-list', NumberList);

/** Until nothing more is drawn. */
async function settled(list: NumberList): Promise<void> {
  for (let still = 0, before = -1; still < 8;) {
    await nextFrame();
    await list.updateComplete;
    const { rendered } = list;
    still = rendered === before ? still + 1 : 0;
    before = rendered;
  }
}

describe('a page of a long list', () => {
  const { IntersectionObserver: observer } = globalThis;
  let tell: (entry: object) => void;
  beforeEach(() => {
    globalThis.IntersectionObserver = class {
      constructor(told: (entries: readonly object[]) => void) {
        tell ??= (entry) => told([entry]);
      }
      observe() {}
      unobserve() {}
      disconnect() {}
    } as unknown as typeof IntersectionObserver;
  });
  afterEach(() => (globalThis.IntersectionObserver = observer));

  it('[M-06] keeps its rows until it was measured with all of them', async () => {
    const list = await fixture<NumberList>(html`<test-number-list></test-number-list>`);
    await settled(list);
    const target = list.renderRoot.querySelector('.page')!;
    const leaves = { target, isIntersecting: false };
    tell({ ...leaves, boundingClientRect: { height: 94 * 40 }, time: 0 });
    await settled(list);
    expect(target.querySelectorAll('.row')).to.have.length(100);
    tell({ ...leaves, boundingClientRect: { height: 4000 }, time: performance.now() });
    await settled(list);
    expect(target.querySelectorAll('.row')).to.have.length(0);
    expect(target.getBoundingClientRect().height).to.equal(4000);
  });
});

describe('a list of thousands of rows', () => {
  let list: NumberList;
  beforeEach(async () => {
    list = await fixture<NumberList>(html`<test-number-list></test-number-list>`);
    await settled(list);
  });

  it('[M-06] holds the rows near the window only, in the room of all, and others when one gets there', async () => {
    // A page that leaves the window is looked at again with the next frame, which takes its time on a busy machine.
    await waitUntil(() => list.rows.length <= 500, 'rows far from the window', { timeout: 20_000 });
    expect(list.rows.length).to.be.at.least(100);
    expect(list.getBoundingClientRect().height).to.be.closeTo(4000 * 40, 1);
    expect(list.rows[0]!.textContent).to.equal('0');
    scrollTo(0, 2000 * 40);
    await settled(list);
    expect(list.rows.length).to.be.within(100, 500);
    const seen = list.rows.find((row) => row.getBoundingClientRect().top >= 0)!;
    expect(Number(seen.textContent)).to.be.closeTo(2000, 2);
    expect(seen.dataset.at).to.equal(seen.textContent);
    // Pages that are far are not even there, each in a room of its own: of many, that costs every frame.
    scrollTo(0, 4000 * 40);
    const there = () => list.renderRoot.querySelectorAll('.page').length;
    await waitUntil(() => there() <= 16, 'pages of a block that is far', { timeout: 20_000 });
    expect(list.getBoundingClientRect().height).to.be.closeTo(4000 * 40, 1);
    scrollTo(0, 500 * 40);
    await settled(list);
    expect(
      Number(list.rows.find((row) => row.getBoundingClientRect().top >= 0)!.textContent),
    ).to.be.closeTo(500, 2);
    scrollTo(0, 0);
  });

  it('[M-06] draws anew what is near when something of its look changes, and not the thousands that are far', async () => {
    list.rendered = 0;
    list.width = 2;
    list.style.setProperty('--height', '60px');
    list.requestUpdate();
    await settled(list);
    expect(list.rendered).to.be.within(100, 1500);
    expect(list.rows.length).to.be.within(100, 500);
    // Of another search: what was known of the list before counts no more.
    list.list = 2;
    list.pages = pages(3);
    list.requestUpdate();
    await settled(list);
    expect(list.getBoundingClientRect().height).to.be.closeTo(300 * 60, 1);
  });

  it('[M-06] draws one row anew without those of other pages', async () => {
    list.rendered = 0;
    list.pages = list.pages.map((page, index) => (index === 0 ? [-1, ...page.slice(1)] : page));
    list.requestUpdate();
    await settled(list);
    expect(list.rows[0]!.textContent).to.equal('-1');
    expect(list.rendered).to.be.at.most(100);
  });
});
