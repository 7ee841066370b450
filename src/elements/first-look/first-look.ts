import type { FirstLook, FirstLookCard, FirstLooks } from '../../domain/first-look.js';
import type { Language } from '../../contract/index.js';
import { backgroundOf } from '../../theme/background.js';
import { make } from '../make.js';
import { addRules } from '../own-styles.js';
import { firstLookRules } from './first-look-rules.js';

interface Drawing {
  readonly looks: FirstLooks;
  readonly language: Language;
  /** Root of the service, for the logo. */
  readonly root: string;
  /** A card was pressed, with the choice as `initialChoices` has it. */
  readonly choose: (choice: Readonly<Record<string, string>>) => void;
}

/**
 * Draws the first step as the widget is going to show it, for its slot `waiting`: patients read it, and choose, while the widget's
 * files are on their way. Made by calls, in a shadow root and with a sheet made by script: it needs no Trusted Types policy and no
 * inline style, and no rule of the page changes it. Undefined where the account has no first look in this language.
 */
export function drawFirstLook(element: Element, drawing: Drawing): HTMLElement | undefined {
  const { looks, language, root, choose } = drawing;
  const look = looks.looks[language];
  if (!look) return undefined;
  const host = make('div', { slot: 'waiting', lang: language });
  if (!/^$|255, 255, 255/.test(backgroundOf(element))) host.className = 'coloured';
  const shadow = host.attachShadow({ mode: 'open' });
  addRules(shadow, firstLookRules);
  const hidden = (element.getAttribute('hide') ?? '').split(/\s+/);
  const [position, name] = look.progress;
  shadow.append(
    make(
      'div',
      { class: 'base' },
      ...topOf(looks, root, hidden),
      make('p', { class: 'progress' }, `${position} · `, make('b', {}, name)),
      make(
        'div',
        { class: 'columns' },
        ...chosenOf(look),
        make(
          'div',
          { class: 'step' },
          ...(hidden.includes('welcome') ? [] : welcomeOf(look)),
          stepOf(look, looks.textLanguage),
        ),
      ),
      ...(hidden.includes('footer') ? [] : [make('div', { class: 'footer' })]),
    ),
  );
  const level = Number(element.getAttribute('heading-level'));
  if (level > 2 && level < 6) {
    for (const heading of shadow.querySelectorAll('h2, h3')) {
      heading.setAttribute('aria-level', String(level + (heading.localName === 'h3' ? 1 : 0)));
    }
  }
  shadow.addEventListener('click', ({ target }) => {
    const pressed = (target as Element).closest('button');
    if (!pressed) return;
    for (const each of shadow.querySelectorAll('button')) {
      each.setAttribute('aria-pressed', String(each === pressed));
    }
    choose({ [look.step]: pressed.value });
  });
  return host;
}

/** Logo, and the room of the choice of language and of logging in; nothing where the widget has no such line. */
function topOf({ logo, languages, hasLogin }: FirstLooks, root: string, hidden: string[]): Node[] {
  const hasLanguages = languages.length > 1;
  if (hidden.includes('header') || !(logo || hasLanguages || hasLogin)) return [];
  const hasWays = hasLogin || (hasLanguages && !hidden.includes('language'));
  const top = make('div', { class: hasWays ? 'top ways' : 'top' });
  if (logo && !hidden.includes('logo')) {
    const { url, alt, width, height } = logo;
    const src = new URL(url, root).href;
    top.append(make('img', { src, alt, width: String(width), height: String(height) }));
  }
  return [top];
}

/** "Your choices": one line where there is little room, else all of them. */
function chosenOf({ chosen }: FirstLook): Node[] {
  if (!chosen) return [];
  const rows = chosen.rows.map((lines) =>
    make('div', {}, ...lines.map((line) => make('p', {}, line))),
  );
  return [
    make(
      'section',
      {},
      make('p', { class: 'line' }, chosen.line),
      make('h2', {}, chosen.heading),
      make('div', { class: 'rows' }, ...rows),
    ),
  ];
}

function welcomeOf({ welcome: { heading, text, lang } }: FirstLook): Node[] {
  const parts = [
    ...(heading ? [make('h2', {}, heading)] : []),
    ...(text ? [make('p', { class: 'text' }, text)] : []),
  ];
  return parts.length > 0 ? [make('div', lang ? { lang } : {}, ...parts)] : [];
}

function stepOf({ step, heading, groups, isLong }: FirstLook, textLanguage: Language): Node {
  const isFolded = isLong && groups.filter((group) => group.heading).length > 1;
  return make(
    'div',
    isLong ? { class: 'long' } : {},
    make('h2', {}, heading),
    ...(isLong ? [make('div', { class: 'search' })] : []),
    ...groups.map(({ heading: group, cards }) => {
      const list = make(
        'ul',
        { class: 'cards', role: 'list' },
        ...cards.map((card) => cardOf(card, step, textLanguage)),
      );
      // "Any clinic" follows its heading at once.
      const section = { class: group || !cards.every(({ isAny }) => isAny) ? 'section' : 'all' };
      if (!group) return make('div', section, list);
      const title = make('h3', {}, group);
      return isFolded
        ? make('details', section, make('summary', {}, title), list)
        : make('div', section, title, list);
    }),
  );
}

function cardOf(
  { value, name, isAny, facts, people = [] }: FirstLookCard,
  step: FirstLook['step'],
  textLanguage: Language,
): Node {
  const own: Record<string, string> = isAny ? {} : { lang: textLanguage };
  const kind = step === 'clinic' && !isAny ? 'clinic' : isAny ? 'any' : 'plain';
  return make(
    'li',
    { class: `card ${kind}` },
    make('button', { type: 'button', 'aria-pressed': 'false', value, ...own }, name),
    ...facts.map((fact) => make('p', own, fact)),
    ...(people.length > 0
      ? [
          make(
            'ul',
            { class: 'people', role: 'list' },
            ...people.map((person) => make('li', own, person)),
          ),
        ]
      : []),
  );
}
