import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define/appointment-receipt.js';
import type { AppointmentReceipt } from '../../src/elements/appointment-receipt/appointment-receipt.js';
import { appointmentWords } from '../../src/locales/appointment-words.js';
import { load, loadLocale } from '../../src/locales/load-locale.js';
import { appointment } from '../../stories/fixtures/patient.js';
import { ElementPage } from './support/element-page.js';
import { focused } from './support/form-page.js';
import { handedFile } from './support/handed-file.js';

async function show(
  inputs: Partial<AppointmentReceipt> = {},
): Promise<ElementPage<AppointmentReceipt>> {
  const element = await fixture<AppointmentReceipt>(
    html`<opus-appointment-receipt lang="nb" time-zone="Europe/Oslo"></opus-appointment-receipt>`,
  );
  Object.assign(element, { appointment, ...inputs });
  await element.updateComplete;
  return new ElementPage(element);
}

const plain = (page: ElementPage) => page.text().replaceAll('\u2060', '');

describe('opus-appointment-receipt', () => {
  before(async () => {
    await loadLocale('nb');
    await load(appointmentWords, 'nb');
  });

  it('[P-36] says in one sentence what the new time is, by the clinic’s clock, and where', async () => {
    const page = await show();
    expect(page.headings()).to.deep.equal(['Timen er flyttet']);
    expect(plain(page)).to.contain(
      'Den nye timen din hos Lise Negård er fredag den 27. november klokka 08:00–08:30 på Opus Dental Klinikken.',
    );
    expect(plain(page)).to.contain('Nye Vakåsvei 64, 1395 Hvalstad');
    expect(page.links().map(({ href }) => href)).to.deep.equal(['tel:66776040']);
  });

  it('[P-36] shows no empty link of a clinic that has stored no phone', async () => {
    const clinic = { ...appointment.clinic, phone: '', address1: '' };
    const page = await show({ appointment: { ...appointment, clinic } });
    expect(page.links()).to.have.length(0);
    expect(plain(page)).to.contain(' 1395 Hvalstad');
    expect(plain(page)).not.to.contain(', 1395');
  });

  it('[P-38] says of a need that it is booked', async () => {
    const page = await show({ kind: 'booked' });
    expect(plain(page)).to.contain(
      'Du har bestilt tid hos Lise Negård fredag den 27. november klokka 08:00–08:30 på Opus Dental Klinikken.',
    );
    expect(plain(page)).not.to.contain('flyttet');
  });

  it('[P-32] [P-36] gives a calendar file that takes the place of the old time’s', async () => {
    const page = await show();
    const { name, text } = await handedFile(() => page.button('Legg i kalenderen').click());
    expect(name).to.equal('time.ics');
    expect(text).to.contain('UID:appointment-1@opus-booking\r\n');
    expect(text).to.contain('DTSTART:20261127T070000Z\r\n');
    expect(text).not.to.match(/Undersøkelse|Lise|Ola/);
  });

  it('[P-32] counts the moves in the calendar file as the e-mail does; a service that tells none has made none', async () => {
    for (const [sequence, line] of [
      [3, 'SEQUENCE:3'],
      [undefined, 'SEQUENCE:0'],
    ] as const) {
      const page = await show({ appointment: { ...appointment, sequence } });
      const { text } = await handedFile(() => page.button('Legg i kalenderen').click());
      expect(text.split('\r\n')).to.include(line);
    }
  });

  it('[P-35] leads back to the list', async () => {
    const page = await show();
    const { act } = await page.press<Event & { act: string }>(
      'Tilbake til mine timer',
      'opus-own-act',
    );
    expect(act).to.equal('to-list');
  });

  it('takes focus at its heading', async () => {
    const page = await show();
    page.element.focusHeading();
    expect(focused()?.tagName).to.equal('H2');
  });

  it('is accessible', async () => {
    const page = await show();
    await expect(page.element).to.be.accessible();
  });
});
