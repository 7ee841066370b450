import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { OrderDrag } from '../../src/console/parts/order-drag.js';

/** A list of rows of 40 pixels that changes as a page does it. */
async function list() {
  const order = ['a', 'b', 'c', 'd'];
  const element = await fixture<HTMLElement>(
    html`<ul style="margin:0;padding:0;list-style:none"></ul>`,
  );
  const rows = new Map(
    order.map((id) => {
      const row = document.createElement('li');
      row.style.blockSize = '40px';
      row.dataset.id = id;
      row.innerHTML = '<span class="grip">⠿</span><button>↑</button>';
      return [id, row];
    }),
  );
  const draw = () => element.append(...order.map((id) => rows.get(id)!));
  draw();
  const controllers: ReactiveController[] = [];
  const host = {
    addController: (controller: ReactiveController) => controllers.push(controller),
    requestUpdate: () => undefined,
  } as unknown as ReactiveControllerHost;
  const drag = new OrderDrag(host, (id, index) => {
    order.splice(order.indexOf(id), 1);
    order.splice(index, 0, id);
    draw();
  });
  for (const [id, row] of rows) {
    row.addEventListener('pointerdown', (event) => drag.begin(event, id));
  }
  // Events of a script have no pointer that could be captured.
  element.setPointerCapture = () => undefined;
  element.hasPointerCapture = () => false;
  const top = element.getBoundingClientRect().top;
  const send = (type: string, y: number, on: Element, pointerType: string) =>
    on.dispatchEvent(
      new PointerEvent(type, {
        ...{ bubbles: true, composed: true, isPrimary: true, pointerId: 7, pointerType, button: 0 },
        clientY: top + y,
      }),
    );
  return { order, rows, element, drag, send, controllers };
}

describe('an order that is changed by drag', () => {
  it('[C-14] goes where the mouse has passed the middle of other rows, and back', async () => {
    const { order, rows, element, drag, send } = await list();
    send('pointerdown', 20, rows.get('a')!, 'mouse');
    send('pointermove', 22, element, 'mouse');
    expect(drag.dragged, 'so little is a click').to.equal(undefined);
    send('pointermove', 105, element, 'mouse');
    expect(order.join('')).to.equal('bcad');
    expect(drag.dragged).to.equal('a');
    send('pointermove', 55, element, 'mouse');
    expect(order.join('')).to.equal('bacd');
    send('pointerup', 55, element, 'mouse');
    send('pointermove', 150, element, 'mouse');
    expect(order.join('')).to.equal('bacd');
  });

  it('[C-14] begins by touch at the grip alone, so that a finger elsewhere scrolls', async () => {
    const { order, rows, element, drag, send } = await list();
    send('pointerdown', 20, rows.get('a')!, 'touch');
    send('pointermove', 105, element, 'touch');
    expect(order.join('')).to.equal('abcd');
    send('pointerdown', 20, rows.get('a')!.querySelector('.grip')!, 'touch');
    expect(drag.dragged).to.equal('a');
    send('pointermove', 145, element, 'touch');
    expect(order.join('')).to.equal('bcda');
    send('pointercancel', 145, element, 'touch');
    expect(drag.dragged).to.equal(undefined);
  });

  it('[C-14] leaves buttons alone, and goes back with Escape', async () => {
    const { order, rows, element, drag, send } = await list();
    send('pointerdown', 20, rows.get('a')!.querySelector('button')!, 'mouse');
    send('pointermove', 105, element, 'mouse');
    expect(order.join('')).to.equal('abcd');
    send('pointerdown', 20, rows.get('a')!, 'mouse');
    send('pointermove', 105, element, 'mouse');
    dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', cancelable: true }));
    expect(order.join('')).to.equal('abcd');
    expect(drag.dragged).to.equal(undefined);
  });

  it('[C-14] stops with its page', async () => {
    const { rows, element, drag, send, controllers, order } = await list();
    send('pointerdown', 20, rows.get('a')!, 'mouse');
    send('pointermove', 105, element, 'mouse');
    controllers[0]!.hostDisconnected!();
    await aTimeout(30);
    send('pointermove', 20, element, 'mouse');
    expect(drag.dragged).to.equal(undefined);
    expect(order.join('')).to.equal('bcad');
  });
});
