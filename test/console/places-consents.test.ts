import { expect } from '@open-wc/testing';
import { StaffApi } from '../../src/console/api/staff-api.js';
import { storeConsents } from '../../src/console/pages/places/consent-changes.js';
import { consentNotes, noteKey } from '../../src/console/pages/places/consent-notes.js';
import { newRecordId } from '../../src/console/catalogue/record-id.js';
import type { ClinicianInput, HistoryEntry } from '../../src/contract/index.js';

const consent = (clinic: string, photoConsent: boolean, titleConsent: boolean) => ({
  clinic,
  photoConsent,
  titleConsent,
});

function entry(at: string, by: string, more: Partial<HistoryEntry>): HistoryEntry {
  return {
    id: at,
    at,
    actor: { kind: 'person', id: by, name: by },
    action: 'stored',
    kind: 'clinicians',
    record: 'lise',
    fields: ['clinics'],
    canUndo: true,
    ...more,
  };
}

describe('consents of clinicians', () => {
  it('[S-02] names who changed a consent last, and passes over changes of anything else', () => {
    const notes = consentNotes([
      entry('2026-11-04', 'Per', {
        fields: ['text'],
        before: { text: '' },
        after: { text: 'Hei' },
      }),
      entry('2026-11-03', 'Ida', {
        before: { clinics: [consent('torvet', true, false), consent('havnen', false, false)] },
        after: { clinics: [consent('torvet', true, true), consent('havnen', false, false)] },
      }),
      entry('2026-11-02', 'Ola', {
        before: { clinics: [consent('torvet', false, false)] },
        after: { clinics: [consent('torvet', true, false)] },
      }),
      entry('2026-11-01', 'Eva', { after: { clinics: [consent('havnen', false, false)] } }),
    ]);
    expect(notes.get(noteKey('lise', 'torvet'))).to.deep.equal({ at: '2026-11-03', by: 'Ida' });
    expect(notes.has(noteKey('lise', 'havnen'))).to.equal(false);
  });

  it('[S-02] takes a clinician stored with a consent for one who gave it then', () => {
    const notes = consentNotes([
      entry('2026-11-01', 'Eva', { after: { clinics: [consent('torvet', true, false)] } }),
    ]);
    expect(notes.get(noteKey('lise', 'torvet'))?.by).to.equal('Eva');
  });

  it('[S-02] [C-03] stores a consent on top of what is there now, without the photo', async () => {
    const { api, stored } = liseApi([
      consent('torvet', false, false),
      consent('havnen', true, true),
    ]);
    const before = [consent('torvet', false, false)];
    await storeConsents(api, 'lise', before, [consent('torvet', true, false)]);
    expect(stored).to.have.length(1);
    expect(stored[0]!.clinics).to.deep.equal([
      consent('torvet', true, false),
      consent('havnen', true, true),
    ]);
    expect(stored[0]).to.include({ text: 'Hei' });
    expect(stored[0]).to.not.have.property('photo');
  });

  it('[S-02] [C-03] does not give again what another person has withdrawn meanwhile', async () => {
    const { api, stored } = liseApi([consent('torvet', false, false)]);
    const before = [consent('torvet', true, false)];
    const failure = await storeConsents(api, 'lise', before, [consent('torvet', true, true)]).then(
      () => undefined,
      (error: unknown) => error as { code: string },
    );
    expect(failure?.code).to.equal('version-conflict');
    expect(stored).to.have.length(0);
  });
});

describe('id of something new', () => {
  it('[S-01] is its name as an address has it, with an end of its own', () => {
    const id = newRecordId('Distriktstannklinikken i Ås & Ørsta', '12345678-rest');
    expect(id).to.equal('distriktstannklinikken-i-as-orsta-12345678');
    expect(newRecordId('Ås')).to.not.equal(newRecordId('Ås'));
  });

  it('[S-01] is one that the contract takes, whatever the name', () => {
    for (const name of ['x'.repeat(200), '歯科', '—', ' a  b ', `${'a'.repeat(39)} b`]) {
      expect(newRecordId(name)).to.match(/^[A-Za-z0-9_-]{1,64}$/);
    }
  });
});

/** One clinician behind the API, who has a photo and these consents. */
function liseApi(clinics: ClinicianInput['clinics']) {
  const stored: ClinicianInput[] = [];
  const photo = { type: 'image/png', base64: 'AAAA', width: 1, height: 1 };
  const answer = async (input: RequestInfo | URL, init: RequestInit = {}) => {
    const request = new Request(input, init);
    if (request.method !== 'PUT')
      return Response.json({ name: 'Lise', text: 'Hei', clinics, photo });
    stored.push((await request.json()) as ClinicianInput);
    return new Response(null, { status: 204 });
  };
  const api = new StaffApi({ account: 'klinikk', url: 'https://console.test', fetch: answer });
  return { api, stored };
}
