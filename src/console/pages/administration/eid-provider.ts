import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { EidProviderInput } from '../../../contract/index.js';
import type { StaffApi } from '../../api/staff-api.js';
import { textField } from '../../parts/fields.js';
import { providerWords } from './logins-words.js';
import { ProviderEditor } from './provider-editor.js';
import { eidProviderSource, readEidProviders } from './provider-sources.js';

/** One provider that patients may log in with (P-33). */
export class EidProviderEditor extends ProviderEditor<EidProviderInput> {
  protected override readonly right = 'settings';
  protected override readonly list = 'patients';
  protected override readonly checkCall = 'checkEidProvider';
  protected override readonly source = eidProviderSource;

  protected override get initial(): EidProviderInput {
    return { name: '', issuer: '', clientId: '', nationalIdClaim: '' };
  }

  protected override async readHasSecret(api: StaffApi, id: string): Promise<boolean> {
    return (await readEidProviders(api)).some((one) => one.id === id && one.hasSecret);
  }

  protected override removeOne(api: StaffApi, id: string): Promise<unknown> {
    return api.call('deleteEidProvider', { id });
  }

  protected override renderOwnFields(reason: string | undefined): TemplateResult {
    const words = this.words(providerWords);
    return html`${textField({
      ...this.field('nationalIdClaim', words.claim, { hint: words.claimHint, reason }),
      ...{ required: true, maxLength: 100 },
    })}
    ${textField({
      ...this.field('scope', words.scope, { hint: words.scopeHint, reason }),
      ...{ maxLength: 500, whenEmpty: 'absent', placeholder: 'openid profile' },
    })}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-eid-provider': EidProviderEditor;
  }
}
