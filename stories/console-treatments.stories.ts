import { html } from 'lit';
import '../src/console/pages/treatments/define.js';
import { StaffError } from '../src/console/api/staff-error.js';
import { readWorld } from '../src/console/pages/treatments/treatment-world.js';
import { until } from 'lit/directives/until.js';
import { accountAnswers as answers } from './fixtures/clinic-account.js';
import { emptyCatalogue } from './fixtures/clinic-catalogue.js';
import { allButReading } from './fixtures/console-stage.js';
import { consoleMeta, find, show, thenDo } from './fixtures/console-story.js';
import type { ConsoleMeta, ConsoleStory } from './fixtures/console-story.js';
import { staffApi } from './fixtures/staff-answers.js';
import { dark, narrow } from './fixtures/variants.js';

/** What patients book, and what lets it in. */
const meta: ConsoleMeta = { ...consoleMeta, title: 'Console/Treatments' };
export default meta;
type Story = ConsoleStory;

/** The whole page. */
export const Page: Story = show(
  () => html`<opus-console-treatments .parts=${['templates']}></opus-console-treatments>`,
  answers,
);
export const PageNarrow: Story = { ...Page, ...narrow };

const templates = () => html`<opus-console-templates .parts=${[]}></opus-console-templates>`;
export const Templates: Story = show(templates, answers);
export const TemplatesNone: Story = show(templates, emptyCatalogue);

const template = (record: string) => () =>
  html`<opus-console-template .record=${record}></opus-console-template>`;
export const Template: Story = show(template('undersokelse'), answers);
/** No preblock lets its category in, which the form says. */
export const TemplateShutOut: Story = show(template('krone'), answers);
export const TemplateWithoutRight: Story = show(template('undersokelse'), answers, allButReading);

const categories = () => html`<opus-console-categories .parts=${[]}></opus-console-categories>`;
export const Categories: Story = show(categories, answers);
/** Those of the manuals are offered to whoever begins. */
export const CategoriesNone: Story = show(categories, emptyCatalogue);
const category = () => html`<opus-console-category .record=${'akutt'}></opus-console-category>`;
export const Category: Story = show(category, answers);
export const CategoryWithoutRight: Story = show(category, answers, allButReading);

const preblocks = () =>
  html`<opus-console-preblock-definitions .parts=${[]}></opus-console-preblock-definitions>`;
export const Preblocks: Story = show(preblocks, answers);
export const PreblocksNone: Story = show(preblocks, emptyCatalogue);
const preblock = () =>
  html`<opus-console-preblock-definition .record=${'etimer'}></opus-console-preblock-definition>`;
export const Preblock: Story = show(preblock, answers);
export const PreblockWithoutRight: Story = show(preblock, answers, allButReading);

const matrix = () => html`<opus-console-matrix></opus-console-matrix>`;
/** Categories by preblocks, and above them what can never be booked. */
export const Matrix: Story = show(matrix, answers);
export const MatrixNarrow: Story = { ...Matrix, ...narrow };
export const MatrixDark: Story = { ...Matrix, ...dark };
export const MatrixWithoutRight: Story = show(matrix, answers, allButReading);
export const MatrixNothing: Story = show(matrix, emptyCatalogue);

const lists = (...parts: string[]) =>
  show(() => html`<opus-console-lists .parts=${parts}></opus-console-lists>`, answers);
export const Lists: Story = lists();
export const ListNew: Story = lists('new', 'preblocks');

const world = readWorld(staffApi(answers));
/** Whose it is, what is on it in which order, and where it holds. */
export const List: Story = thenDo(
  show(
    () =>
      html`${until(
        world.then(
          (read) =>
            html`<opus-console-list
              .record=${'lillevik'}
              .use=${'booking'}
              .world=${read}
            ></opus-console-list>`,
        ),
      )}`,
    answers,
  ),
  async ({ canvasElement }) => void (await find(canvasElement, '#list-others')),
);

const items = ['Undersøkelse', 'Akutt', 'Puss og rens', 'Bleking'].map((name) => ({
  ...{ id: name, name },
}));
/** Two on the list and two not. */
export const ListItems: Story = show(
  () =>
    html`<opus-console-list-items
      .items=${items}
      .chosen=${['Akutt', 'Bleking']}
    ></opus-console-list-items>`,
);
export const ListItemsFixed: Story = show(
  () =>
    html`<opus-console-list-items
      .items=${items}
      .chosen=${['Akutt']}
      disabled
    ></opus-console-list-items>`,
);

const inForce = () => html`<opus-console-in-force></opus-console-in-force>`;
export const InForce: Story = show(inForce, answers);
export const InForceNarrow: Story = { ...InForce, ...narrow };
export const InForceWithoutRight: Story = show(inForce, answers, allButReading);

const resources = () => html`<opus-console-resources .parts=${[]}></opus-console-resources>`;
export const Resources: Story = show(resources, answers);
export const ResourcesOffline: Story = show(resources, {
  ...answers,
  resources: new StaffError('offline'),
});
const resource = (record: string) => () =>
  html`<opus-console-resource .record=${record}></opus-console-resource>`;
export const Resource: Story = show(resource('stol1'), answers);
export const ResourceNew: Story = show(resource('new'), answers);
