import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { Account } from '../../../contract/index.js';
import { serviceRoot, type OwnFiles } from '../../../domain/embed-code/embed-setup.js';
import '../../generator/define.js';
import type { EmbedFacts } from '../../generator/generator-choices.js';
import { LoadedPage } from '../../parts/loaded-page.js';
import { Loaded } from '../../state/loaded.js';
import { embedWords } from './embed-words.js';

/** Code for the clinic's own website (S-08, P-49). */
export class EmbedSection extends LoadedPage {
  readonly #facts = new Loaded<EmbedFacts>(this);

  /** Whether leaving loses something. */
  get isChanged(): boolean {
    return this.renderRoot.querySelector('opus-console-websites')?.isChanged ?? false;
  }

  protected override open(): void {
    const { api } = this.console!;
    void this.#facts.load(async () => {
      const [{ data }, account, hashes] = await Promise.all([
        api.call('subdomain'),
        api.fetch(`${api.url}/v1/accounts/${api.account}`),
        readHashes(api),
      ]);
      const own = new URL(api.url || '/', location.href).href;
      return {
        id: api.account,
        account: (await account.json()) as Account,
        service: serviceRoot(data.address, api.account, own),
        page: data.address?.replace('{name}', data.name),
        hashes,
      };
    });
  }

  protected override render(): TemplateResult {
    const words = this.words(embedWords);
    return html`<p class="lead">${words.lead}</p>
      ${this.renderLoaded(
        this.#facts,
        (facts) =>
          html`<opus-embed-generator
              .facts=${facts}
              api=${this.console!.api.url}
              lang=${this.language}
            ></opus-embed-generator>
            <opus-console-websites></opus-console-websites>`,
      )}`;
  }
}

/** The hashes of this release's files, where the service serves them. */
async function readHashes(api: {
  url: string;
  fetch: typeof fetch;
}): Promise<OwnFiles['hashes'] | undefined> {
  try {
    const response = await api.fetch(`${api.url}/cdn/integrity.json`);
    return response.ok ? ((await response.json()) as OwnFiles['hashes']) : undefined;
  } catch {
    return undefined;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-embed': EmbedSection;
  }
}
