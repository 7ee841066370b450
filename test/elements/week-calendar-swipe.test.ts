import { aTimeout, expect } from '@open-wc/testing';
import { addDays } from '../../src/domain/civil-date.js';
import type { WeekCalendar } from '../../src/elements/week-calendar/week-calendar.js';
import { slotAt, usualWeek, week } from '../../stories/fixtures/slots.js';
import { CalendarPage } from './week-calendar-page.js';
import { waitUntil } from '../support/wait-until.js';

/** One finger, or what `init` says it is, on a time of the calendar. */
class Finger {
  private constructor(
    private readonly target: Element,
    private readonly init: PointerEventInit,
  ) {}

  static async on(page: CalendarPage, init: PointerEventInit = {}): Promise<Finger> {
    const target = page.buttons(' – ')[0] as Element;
    const finger = new Finger(target, {
      pointerId: 7,
      pointerType: 'touch',
      isPrimary: true,
      ...init,
    });
    // The first touch brings the code.
    finger.send('pointerdown', 0, 0);
    finger.send('pointerup', 0, 0);
    await import('../../src/elements/week-calendar/gestures.js');
    await aTimeout(0);
    return finger;
  }

  send(type: string, x: number, y: number): void {
    const place = { clientX: 300 + x, clientY: 300 + y };
    this.target.dispatchEvent(
      new PointerEvent(type, { ...this.init, ...place, bubbles: true, composed: true }),
    );
  }

  draw(x: number, y = 0): void {
    this.send('pointerdown', 0, 0);
    for (const part of [0.3, 0.6, 1]) this.send('pointermove', x * part, y * part);
    this.send('pointerup', x, y);
  }
}

const open = (props: Partial<WeekCalendar> = {}, width = 360) =>
  CalendarPage.open({ slots: usualWeek, latestWeek: '2027-02-01', ...props }, width);

describe('opus-week-calendar, swiped', () => {
  const { setPointerCapture } = Element.prototype;

  before(() => {
    // Only a real finger can be captured.
    Element.prototype.setPointerCapture = () => undefined;
  });
  after(() => {
    Element.prototype.setPointerCapture = setPointerCapture;
  });

  for (const width of [360, 1000]) {
    it(`[P-18] goes to the next week and back, ${width} px`, async () => {
      const page = await open({}, width);
      const finger = await Finger.on(page);
      finger.draw(-90);
      finger.draw(90);
      expect(page.weeks).to.deep.equal([addDays(week, 7), addDays(week, -7)]);
      expect(page.chosen).to.deep.equal([]);
    });
  }

  it('[P-18] leaves up and down to the page', async () => {
    const page = await open();
    const finger = await Finger.on(page);
    finger.draw(-40, 200);
    finger.draw(-60, 55);
    expect(page.weeks).to.deep.equal([]);
    const panel = page.button('mandag 25. januar, 08:00').closest('.panel') as Element;
    expect(getComputedStyle(panel).touchAction).to.equal('pan-y pinch-zoom');
  });

  it('[P-18] takes a short way, and one that turns back, for no request', async () => {
    const page = await open();
    const finger = await Finger.on(page);
    finger.draw(-40);
    finger.send('pointerdown', 0, 0);
    finger.send('pointermove', -90, 0);
    finger.send('pointermove', 70, 0);
    finger.send('pointerup', 70, 0);
    expect(page.weeks).to.deep.equal([]);
  });

  it('[P-18] forgets the way when the browser takes the finger', async () => {
    const page = await open();
    const finger = await Finger.on(page);
    finger.send('pointerdown', 0, 0);
    finger.send('pointermove', -90, 0);
    finger.send('pointercancel', -90, 0);
    finger.send('pointerup', -90, 0);
    expect(page.weeks).to.deep.equal([]);
  });

  it('[P-19] goes nowhere where the weeks end', async () => {
    const slots = [slotAt('2027-01-21', 600)];
    const page = await open({ week: '2027-01-18', slots });
    const finger = await Finger.on(page);
    finger.draw(90);
    expect(page.weeks).to.deep.equal([]);
    finger.draw(-90);
    expect(page.weeks).to.deep.equal([week]);
  });

  it('[P-18] leaves the mouse alone', async () => {
    const page = await open();
    const finger = await Finger.on(page, { pointerType: 'mouse' });
    finger.draw(-90);
    expect(page.weeks).to.deep.equal([]);
  });

  it('[P-18] points the way with the finger, unless the patient wants no motion', async () => {
    const page = await open();
    const finger = await Finger.on(page);
    const panel = page.button('mandag 25. januar, 08:00').closest('.panel') as HTMLElement;
    const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    finger.send('pointerdown', 0, 0);
    finger.send('pointermove', -40, 0);
    expect(panel.style.translate).to.equal(isCalm ? '' : '-20px');
    finger.send('pointercancel', 0, 0);
    await waitUntil(() => panel.style.translate === '');
  });
});
