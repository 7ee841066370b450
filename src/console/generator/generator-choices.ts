import type { Account } from '../../contract/index.js';
import { accentPalette } from '../../domain/accent-palette.js';
import { clinicPhoneText } from '../../domain/clinic-phone.js';
import { parseHex } from '../../domain/contrast.js';
import type {
  EmbedPlatform,
  EmbedSetup,
  EmbedWay,
  HideablePart,
} from '../../domain/embed-code/embed-setup.js';

/** What code is written of, as far as it is the same for all choices. */
export interface EmbedFacts {
  readonly id: string;
  readonly account: Pick<Account, 'clinics' | 'clinicians' | 'treatments' | 'languages' | 'theme'>;
  /** Root of the service, as it stands in the code. */
  readonly service: string;
  /** Root of the hosted page; undefined where the service does not know it. */
  readonly page: string | undefined;
  /** Hash of each file by its name; undefined where the files lie elsewhere. */
  readonly hashes?: Readonly<Record<string, string>> | undefined;
}

/** What somebody has chosen. */
export interface EmbedChoices {
  readonly way: EmbedWay;
  readonly platform: EmbedPlatform;
  readonly lang: string;
  readonly clinic: string;
  readonly treatment: string;
  readonly clinician: string;
  readonly accent: string;
  /** Address of an own copy of the files. */
  readonly files: string;
  readonly hide: readonly HideablePart[];
}

/** A clinic's own page has its logo and its welcome already: its name does not stand there twice. */
export const firstChoices: EmbedChoices = {
  way: 'inline',
  platform: 'html',
  lang: '',
  clinic: '',
  treatment: '',
  clinician: '',
  accent: '',
  files: '',
  hide: ['logo', 'welcome'],
};

/** What is wrong with a choice: a code, or undefined. */
export function choiceProblem(choices: EmbedChoices, name: string): 'format' | undefined {
  if (name === 'accent' && choices.accent && !parseHex(choices.accent)) return 'format';
  if (name === 'files' && choices.files && !isHttpsFolder(choices.files)) return 'format';
  return undefined;
}

/** Whether a text is the address of a folder that is served by HTTPS. */
function isHttpsFolder(text: string): boolean {
  if (!/^https:\/\/[^\s"<>?#]*\/$/.test(text)) return false;
  try {
    return Boolean(new URL(text).host);
  } catch {
    return false;
  }
}

/** The choices as code is written of them, without what is wrong. */
export function setupOf(
  { id, account, service, page }: EmbedFacts,
  choices: EmbedChoices,
  words: { readonly label: string; readonly frameTitle: string },
): EmbedSetup {
  const { way, lang, clinic, treatment, clinician, hide } = choices;
  const accent = choiceProblem(choices, 'accent') ? '' : choices.accent;
  const palette = accent ? accentPalette(accent) : account.theme.palette;
  const first = account.clinics.find((each) => each.id === clinic) ?? account.clinics[0];
  return {
    account: id,
    service,
    page: page ?? '',
    way,
    language: lang as EmbedSetup['language'],
    clinic,
    treatment,
    clinician,
    accent,
    buttonAccent: palette?.accent ?? '',
    buttonText: palette?.onAccent ?? '',
    hide,
    label: words.label,
    phone: first?.phone ? clinicPhoneText(first.phone) : '',
    frameTitle: words.frameTitle,
  };
}
