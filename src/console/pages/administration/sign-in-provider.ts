import type { TemplateResult } from 'lit';
import type { StaffApi } from '../../api/staff-api.js';
import { textField } from '../../parts/fields.js';
import { providerWords } from './logins-words.js';
import { ProviderEditor } from './provider-editor.js';
import { signInProviderSource } from './provider-sources.js';
import type { SignInProviderDraft } from './provider-sources.js';

/** One provider that people of a chain sign in at, with the domains of their addresses (C-02). */
export class SignInProviderEditor extends ProviderEditor<SignInProviderDraft> {
  protected override readonly right = 'keys';
  protected override readonly list = 'staff';
  protected override readonly checkCall = 'checkSignInProvider';
  protected override readonly source = signInProviderSource;

  protected override get initial(): SignInProviderDraft {
    return { name: '', domains: '', issuer: '', clientId: '' };
  }

  protected override async readHasSecret(api: StaffApi, id: string): Promise<boolean> {
    const { items } = (await api.call('signInProviders')).data;
    return items.some((one) => one.id === id && one.hasSecret);
  }

  protected override removeOne(api: StaffApi, id: string): Promise<unknown> {
    return api.call('deleteSignInProvider', { id });
  }

  protected override renderOwnFields(reason: string | undefined): TemplateResult {
    const words = this.words(providerWords);
    return textField({
      ...this.field('domains', words.domains, { hint: words.domainsHint, reason }),
      ...{ required: true, rows: 2, maxLength: 10_000, placeholder: 'klinikk.example' },
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-sign-in-provider': SignInProviderEditor;
  }
}
