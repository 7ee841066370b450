import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import '../src/console/pages/places/define.js';
import { opusdentalklinikken as clinic } from '../demo/accounts/opusdentalklinikken.js';
import { StaffError } from '../src/console/api/staff-error.js';
import { accountAnswers as answers } from './fixtures/clinic-account.js';
import { emptyCatalogue } from './fixtures/clinic-catalogue.js';
import { allButReading } from './fixtures/console-stage.js';
import { consoleMeta, find, show, showWaiting, thenDo, write } from './fixtures/console-story.js';
import type { ConsoleMeta, ConsoleStory } from './fixtures/console-story.js';
import { dark, narrow } from './fixtures/variants.js';

/** Clinics, groups, companies, clinicians and their consents. */
const meta: ConsoleMeta = { ...consoleMeta, title: 'Console/People and places' };
export default meta;
type Story = ConsoleStory;

const page = () => html`<opus-console-places .parts=${['clinics']}></opus-console-places>`;
const clinics = () => html`<opus-console-clinics .parts=${[]}></opus-console-clinics>`;
const editor = () => html`<opus-console-clinic .record=${'lillevik'}></opus-console-clinic>`;

/** The whole page. */
export const Page: Story = show(page, answers);
export const PageNarrow: Story = { ...Page, ...narrow };
export const PageDark: Story = { ...Page, ...dark };

/** One clinic is in a group and two are not. */
export const Clinics: Story = show(clinics, answers);
export const ClinicsNone: Story = show(clinics, emptyCatalogue);
/** Without a right the order stands still, and why is said. */
export const ClinicsWithoutRight: Story = show(clinics, answers, allButReading);
export const ClinicsOffline: Story = show(clinics, { clinics: new StaffError('offline') });
export const ClinicsLoading: Story = showWaiting(clinics);

/** One clinic with its own heading and text. */
export const Clinic: Story = show(editor, answers);
export const ClinicWithoutRight: Story = show(editor, answers, allButReading);
export const ClinicGone: Story = show(editor, { ...answers, clinic: new StaffError('not-found') });

/** Types a name and saves. */
const rename: ConsoleStory['play'] = async ({ canvasElement }) => {
  await write(canvasElement, '#field-name', 'Lillevik tannklinikk');
  (await find(canvasElement, '.save-bar .primary')).click();
};

/** What is wrong stands beside its field. */
export const ClinicRefused: Story = thenDo(
  show(editor, {
    ...answers,
    putClinic: new StaffError('invalid', { fields: [{ path: 'email', code: 'format' }] }),
  }),
  async (context) => {
    await rename(context);
    await find(context.canvasElement, '[aria-invalid=true]');
  },
);
export const ClinicSaving: Story = thenDo(show(editor, answers), rename);

/** Somebody else has given it another name meanwhile: one of both is chosen. */
export const ClinicConflict: Story = thenDo(
  show(editor, {
    ...answers,
    clinic: inTurn(clinic.clinics.lillevik!, { ...clinic.clinics.lillevik!, name: 'Hokksund' }),
    putClinic: new StaffError('version-conflict'),
  }),
  async (context) => {
    await rename(context);
    await find(context.canvasElement, '.conflict');
  },
);

/** The first at first, the second from then on. */
function inTurn(first: object, then: object): () => object {
  let asked = 0;
  return () => ((asked += 1) === 1 ? first : then);
}

const groups = () => html`<opus-console-groups .parts=${[]}></opus-console-groups>`;
export const Groups: Story = show(groups, answers);
export const GroupsNone: Story = show(groups, emptyCatalogue);
const companies = () => html`<opus-console-companies .parts=${[]}></opus-console-companies>`;
export const Companies: Story = show(companies, answers);
export const CompaniesWithoutRight: Story = show(companies, answers, allButReading);
/** A company that clinics belong to, with the lists in force there. */
export const Company: Story = show(
  () =>
    html`<opus-console-named
      .named=${'companies'}
      .record=${'lillevik'}
      .users=${['Distriktstannklinikken i Lillevik AS']}
    ></opus-console-named>`,
  answers,
);
export const GroupNew: Story = show(
  () => html`<opus-console-named .named=${'groups'} .record=${'new'}></opus-console-named>`,
  answers,
);

const clinicians = () => html`<opus-console-clinicians .parts=${[]}></opus-console-clinicians>`;
export const Clinicians: Story = show(clinicians, answers);
export const CliniciansNone: Story = show(clinicians, emptyCatalogue);
export const CliniciansOffline: Story = show(clinicians, { clinicians: new StaffError('offline') });
/** With photo, texts, the clinics where they work, and when free times vanish. */
export const Clinician: Story = show(
  () => html`<opus-console-clinician .record=${'lise-negard'}></opus-console-clinician>`,
  answers,
);
export const ClinicianNew: Story = show(
  () => html`<opus-console-clinician .record=${'new'}></opus-console-clinician>`,
  answers,
);

/** Photo and title by clinician and clinic, with when and by whom. */
const consents = () => html`<opus-console-consents></opus-console-consents>`;
export const Consents: Story = show(consents, answers);
export const ConsentsNarrow: Story = { ...Consents, ...narrow };
export const ConsentsWithoutRight: Story = show(consents, answers, allButReading);

const photo = clinic.clinicians['lise-negard']!.photo!;
/** A photo in a list, and initials where there is none. */
export const Photo: Story = show(
  () =>
    html`<opus-console-photo
        .clinician=${'lise-negard'}
        .name=${'Lise Negård'}
        .size=${{ width: 112, height: 112 }}
      ></opus-console-photo>
      <opus-console-photo .clinician=${'per'} .name=${'Per Hansen'}></opus-console-photo>`,
  answers,
);
export const PhotoField: Story = show(
  () =>
    html`<opus-console-photo-field
      .photo=${photo}
      .name=${'Lise Negård'}
    ></opus-console-photo-field>`,
);
/** A file that is no picture. */
export const PhotoFieldNoPicture: Story = thenDo(
  show(() => html`<opus-console-photo-field .name=${'Ola'}></opus-console-photo-field>`),
  async ({ canvasElement }) => {
    const input = await find<HTMLInputElement>(canvasElement, 'input[type=file]');
    await userEvent.upload(input, new File(['no picture'], 'brev.jpg', { type: 'image/jpeg' }));
    await find(canvasElement, '[role=alert]');
  },
);
/** A wide picture of which a square is chosen. */
export const PhotoCrop: Story = thenDo(
  show(() => {
    const bytes = Uint8Array.from(atob(photo.base64), (letter) => letter.charCodeAt(0));
    return html`<opus-console-photo-crop
      .file=${new Blob([bytes], { type: photo.type })}
      .size=${{ width: 160, height: 112 }}
    ></opus-console-photo-crop>`;
  }),
  async ({ canvasElement }) => {
    const image = await find<HTMLImageElement>(canvasElement, 'img');
    await waitFor(() => expect(image.naturalWidth).toBeGreaterThan(0));
  },
);
