import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import type { Account, Language } from '../../src/contract/index.js';
import type { Beginning } from '../../src/domain/deep-link.js';
import { ownTexts } from '../../src/domain/own-texts.js';
import { stepKeys } from '../../src/locales/step-words.js';
import { firstStepOf, type FirstCard, type FirstStep } from './first-step.js';
import { locales } from './locales.js';

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
  const found = firstStepOf(account, link, language);
  if (!found) return '';
  const { step, heading, groups, isLong } = found;
  return html`<div slot="waiting" class="first-look" data-step="${step}" hidden>
    <div class="top">${logoOf(account)}</div>
    ${progressOf(found, language)} ${welcomeOf(account, language)}
    <div>
      <h2>${heading}</h2>
      ${isLong ? html`<div class="search"></div>` : ''}
      ${groups.map(({ heading: name, cards }) => {
        const list = html`<ul role="list">
          ${cards.map((card) => cardOf(card, account.textLanguage))}
        </ul>`;
        if (!name) return list;
        const title = html`<h3>${name}</h3>`;
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

function cardOf({ value, name, isAny, facts }: FirstCard, textLanguage: Language): Html {
  const lang = isAny ? '' : html`lang="${textLanguage}"`;
  return html`<li class="${isAny ? 'any' : ''}">
    <button type="button" value="${value}" aria-pressed="false" ${lang}>${name}</button>
    ${facts.map((fact) => html`<p ${lang}>${fact}</p>`)}
  </li>`;
}

/** As large as the widget shows it (`page-header.ts`). */
function logoOf({ theme: { logo }, name }: Account): Html {
  if (!logo) return '';
  const scale = Math.min(1, 200 / logo.width, 56 / logo.height);
  const [width, height] = [logo.width * scale, logo.height * scale];
  return html`<img
    src="${logo.url}"
    alt="${logo.alt ?? name}"
    width="${width}"
    height="${height}"
  />`;
}

function progressOf({ step, pages, page }: FirstStep, language: Language): Html {
  const words = locales[language];
  return html`<p class="progress">
    ${words.stepOf(page + 1, pages.length)} · <b>${words[stepKeys[step]]}</b>
  </p>`;
}

function welcomeOf(account: Account, language: Language): Html {
  const words = locales[language];
  const own = ownTexts(account, language, 'welcomeHeading', 'welcomeText');
  const isOwn = Boolean(own.welcomeHeading ?? own.welcomeText);
  const heading = isOwn ? own.welcomeHeading : words.welcomeHeading(account.name);
  const text = isOwn ? own.welcomeText : words.welcomeText;
  return html`<div ${isOwn ? html`lang="${own.lang}"` : ''}>
    ${heading ? html`<h2>${heading}</h2>` : ''}${text ? html`<p class="text">${text}</p>` : ''}
  </div>`;
}
