import { expect, fixture, html } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import '../../src/define/receipt.js';
import type { Receipt } from '../../src/elements/receipt/receipt.js';
import { loadLocale } from '../../src/locales/load-locale.js';
import { appointment } from '../../stories/fixtures/patient.js';
import { ElementPage } from './support/element-page.js';
import { focused } from './support/form-page.js';
import { handedFile } from './support/handed-file.js';

async function show(inputs: Partial<Receipt> = {}, lang = 'nb'): Promise<ElementPage<Receipt>> {
  const element = await fixture<Receipt>(
    html`<opus-receipt lang=${lang} time-zone="Europe/Oslo"></opus-receipt>`,
  );
  Object.assign(element, {
    appointment,
    sentTo: { email: 'ola.nordmann@example.com', mobile: '412 34 567' },
    ...inputs,
  });
  await element.updateComplete;
  return new ElementPage(element);
}

describe('opus-receipt', () => {
  before(async () => {
    await loadLocale('nb');
    await loadLocale('en');
  });

  it('[P-32] says in one sentence what is booked, by the clinic’s clock', async () => {
    const page = await show({
      appointment: {
        ...appointment,
        slot: { ...appointment.slot, start: '2027-01-02T08:00:00Z' },
      },
    });
    expect(page.text().replaceAll('\u2060', '')).to.contain(
      'Du har bestilt tid hos Lise Negård lørdag den 2. januar klokka 09:00–09:30 på Opus Dental Klinikken.',
    );
  });

  it('[P-32] says it in English', async () => {
    const page = await show({}, 'en');
    expect(page.text().replaceAll('\u2060', '')).to.contain(
      'You have an appointment with Lise Negård on Friday 27 November at 08:00–08:30 at Opus Dental Klinikken.',
    );
  });

  it('[P-32] has the clinic with phone, e-mail and address, and how to move or cancel', async () => {
    const page = await show();
    expect(page.text()).to.contain('Om du vil flytte eller avbestille, ring 66 77 60 40.');
    expect(page.text()).to.contain('Nye Vakåsvei 64 1395 Hvalstad');
    const [map, ...others] = page.links().map(({ href }) => href);
    expect(new URL(map!).searchParams.get('query')).to.equal(
      'Opus Dental Klinikken, Nye Vakåsvei 64, 1395 Hvalstad',
    );
    expect(others).to.deep.equal([
      'tel:66776040',
      'tel:66776040',
      'mailto:post@opusdentalklinikken.example',
    ]);
  });

  it('[P-32] [P-36] says first what can be done online, where it can, and then whom to call', async () => {
    const page = await show();
    const link = document.createElement('button');
    Object.assign(link, { slot: 'online', textContent: 'Mine timer' });
    page.element.append(link);
    for (const [online, words] of [
      ['both', 'flytte eller avbestille'],
      ['move', 'flytte'],
      ['cancel', 'avbestille'],
    ] as const) {
      page.element.online = online;
      await page.element.updateComplete;
      // The link stands between.
      expect(page.text()).to.contain(
        `Du kan ${words} timen under . Du kan også ringe 66 77 60 40.`,
      );
      const [slot] = page.all<HTMLSlotElement>('slot[name="online"]');
      expect(slot?.assignedElements()).to.deep.equal([link]);
    }
    page.element.appointment = { ...appointment, clinic: { ...appointment.clinic, phone: '' } };
    await page.element.updateComplete;
    expect(page.text()).not.to.contain('ringe');
  });

  it('[P-32] has the calendar and the map above all else that it says', async () => {
    const page = await show();
    const places = ['Legg i kalenderen', 'Vis på kart', 'flytte eller avbestille', 'Adresse'].map(
      (words) => page.text().indexOf(words),
    );
    expect(places).to.deep.equal(places.toSorted((one, other) => one - other));
    expect(places[0]).to.be.greaterThan(0);
    const [map] = page.links();
    expect(map?.rel).to.equal('noreferrer');
  });

  it('[P-32] shows no empty link or address of a clinic that has stored none', async () => {
    const clinic = { ...appointment.clinic, phone: '', email: '', address1: '', city: '' };
    const page = await show({ appointment: { ...appointment, clinic } });
    expect(page.links()).to.have.length(0);
    expect(page.text()).not.to.contain('ring');
    expect(page.all('dt').map(({ innerText }) => innerText)).to.deep.equal([
      'Adresse',
      'Behandling',
    ]);
    expect(page.all('dd')[0]).to.have.text('1395');
  });

  it('[P-32] says where e-mail and text messages go, each only where there is one', async () => {
    const page = await show();
    expect(page.text()).to.contain(
      'En bekreftelse er sendt på e-post til ola.nordmann@example.com. Det kan ta noen minutter.',
    );
    expect(page.text()).to.contain('Eventuelle SMS fra klinikken blir sendt til 412 34 567.');
    page.element.sentTo = { mobile: '412 34 567' };
    await page.element.updateComplete;
    expect(page.text()).not.to.contain('e-post til');
    page.element.sentTo = {};
    await page.element.updateComplete;
    expect(page.text()).not.to.contain('SMS');
  });

  it('[P-32] prints, unless somebody else does', async () => {
    const page = await show();
    const { print } = window;
    let prints = 0;
    window.print = () => (prints += 1);
    try {
      page.button('Skriv ut bekreftelse').click();
      expect(prints).to.equal(1);
      page.element.addEventListener('opus-print', (event) => event.preventDefault());
      page.button('Skriv ut bekreftelse').click();
      expect(prints).to.equal(1);
    } finally {
      window.print = print;
    }
  });

  it('[P-32] on paper there is all there is to know, and nothing to press', async () => {
    const page = await show();
    const onScreen = page.text();
    await emulateMedia({ media: 'print' });
    try {
      expect(page.buttons()).to.deep.equal([]);
      expect(page.links().some((link) => link.textContent?.includes('startside'))).to.equal(false);
      for (const text of ['Lise Negård', '27. november', 'Nye Vakåsvei 64', '66 77 60 40']) {
        expect(onScreen).to.contain(text);
        expect(page.text()).to.contain(text);
      }
      // An address that cannot be pressed is plain ink.
      const [link] = page.links();
      expect(getComputedStyle(link as Element).textDecorationLine).to.equal('none');
    } finally {
      await emulateMedia({ media: 'screen' });
    }
  });

  it('[P-32] gives a calendar file that tells nobody what is done', async () => {
    const page = await show();
    const { name, text } = await handedFile(() => page.button('Legg i kalenderen').click());
    expect(name).to.equal('time.ics');
    expect(text).to.contain('SUMMARY:Time hos Opus Dental Klinikken\r\n');
    expect(text).to.contain('DTSTART:20261127T070000Z\r\nDTEND:20261127T073000Z\r\n');
    expect(text).to.contain('UID:appointment-1@opus-booking\r\n');
    expect(text).not.to.match(/Undersøkelse|Lise|Ola/);
  });

  it('[P-32] goes to the start page by a link, or tells that the patient wants to', async () => {
    const page = await show();
    await page.press('Gå til startside', 'opus-restart');
    page.element.startUrl = 'https://example.com/';
    await page.element.updateComplete;
    expect(page.links().at(-1)?.href).to.equal('https://example.com/');
    expect(page.buttonNames()).not.to.include('Gå til startside');
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
