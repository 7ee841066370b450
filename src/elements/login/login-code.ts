import { html, type TemplateResult } from 'lit';
import type { OpusCodeEvent } from '../../events/confirm-events.js';
import type { Localizer } from '../../locales/localizer.js';
import { nonBreaking } from '../../locales/non-breaking.js';
import type { LoginOperation } from '../../state/session/login-attempt.js';

/** What is shown while a code is awaited, and its handlers. Both moments are epoch milliseconds. */
export interface LoginCodeView {
  readonly words: Localizer;
  readonly mobile: string;
  readonly phone: string | undefined;
  readonly resendAt: number;
  readonly until: number;
  readonly busy: LoginOperation | undefined;
  /** What is wrong with the code. */
  readonly error: string;
  /** A failure that is not about the code. */
  readonly failure: unknown;
  readonly confirm: (code: string) => void;
  readonly resend: () => void;
  readonly correct: () => void;
}

/** The field for the code, and what to do without one (P-33): whether a code was sent is never said. */
export function renderLoginCode(view: LoginCodeView): TemplateResult {
  const { words, busy } = view;
  return html`
    <h2 tabindex="-1" part="heading">${words.term('codeHeading')}</h2>
    <p class="lead">${words.term('loginCodeSent', nonBreaking(view.mobile))}</p>
    <div class="content">
      ${view.failure}
      <opus-code-form
        label=${words.term('logIn')}
        working=${words.term('loggingIn')}
        .busy=${busy === 'code' || busy === 'resend' ? busy : undefined}
        error=${view.error}
        .resendAt=${view.resendAt}
        .until=${view.until}
        @opus-code=${({ code }: OpusCodeEvent) => view.confirm(code)}
        @opus-resend=${view.resend}
        ><button class="link" type="button" @click=${view.correct}>
          ${words.term('correctLogin')}
        </button></opus-code-form
      >
      <opus-notice .text=${words.term('noLoginCode')} .phone=${view.phone}></opus-notice>
      <slot></slot>
    </div>
  `;
}
