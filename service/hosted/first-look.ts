import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import type { Account, Language } from '../../src/contract/index.js';
import type { Beginning } from '../../src/domain/deep-link.js';
import type { FirstLook, FirstLookCard } from '../../src/domain/first-look.js';
import { firstLookOf, logoOf } from './first-looks.js';

type Html = HtmlEscapedString | Promise<HtmlEscapedString> | '';

/**
 * The first step as the widget is going to show it: on slow connections patients read it, and choose, while the widget's files
 * are still on their way (P-50). What is pressed is kept for the widget (`firstLookKeeper`). It is hidden until a script may run.
 */
export function firstLook(
  account: Account,
  link: Beginning & { readonly view?: string },
  language: Language,
): Html {
  const look = firstLookOf(account, link, language);
  if (!look) return '';
  const { step, heading, groups, isLong } = look;
  const [position, name] = look.progress;
  return html`<div slot="waiting" class="first-look" data-step="${step}" hidden>
    <div class="top">${logoImage(account)}</div>
    <p class="progress">${position} · <b>${name}</b></p>
    ${welcome(look.welcome)}
    <div>
      <h2>${heading}</h2>
      ${isLong ? html`<div class="search"></div>` : ''}
      ${groups.map(({ heading: group, cards }) => {
        const list = html`<ul role="list">
          ${cards.map((card) => cardOf(card, account.textLanguage))}
        </ul>`;
        if (!group) return list;
        const title = html`<h3>${group}</h3>`;
        return isLong && groups.length > 1
          ? html`<details>
              <summary>${title}</summary>
              ${list}
            </details>`
          : html`${title}${list}`;
      })}
    </div>
  </div>`;
}

function cardOf({ value, name, isAny, facts, people = [] }: FirstLookCard, textLanguage: Language) {
  const lang = isAny ? '' : html`lang="${textLanguage}"`;
  const lines = people.length > 0 ? [...facts, people.join(' · ')] : facts;
  return html`<li class="${isAny ? 'any' : ''}">
    <button type="button" value="${value}" aria-pressed="false" ${lang}>${name}</button>
    ${lines.map((fact) => html`<p ${lang}>${fact}</p>`)}
  </li>`;
}

function logoImage(account: Account): Html {
  const logo = logoOf(account);
  return logo
    ? html`<img
        src="${logo.url}"
        alt="${logo.alt}"
        width="${logo.width}"
        height="${logo.height}"
      />`
    : '';
}

function welcome({ heading, text, lang }: FirstLook['welcome']): Html {
  return html`<div ${lang ? html`lang="${lang}"` : ''}>
    ${heading ? html`<h2>${heading}</h2>` : ''}${text ? html`<p class="text">${text}</p>` : ''}
  </div>`;
}
