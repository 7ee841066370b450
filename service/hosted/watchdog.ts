import { warmUp } from '../../src/domain/embed-code/html-code.js';

/**
 * Stands right behind the element in a page: hides what the page has put into the element, and shows it again when the
 * widget's file fails, when the page is loaded without the widget, or after eight seconds. It has to run in browsers that
 * the widget does not run in, so it is ES5. docs/embedding.md gives the same text to clinics. Where it may not run itself,
 * nothing is hidden.
 */
export const watchdog =
  '(function(b,f){f=b.firstElementChild;f.hidden=true;function s(){f.hidden=!!b.shadowRoot}' +
  'setTimeout(s,8e3);addEventListener("load",s);addEventListener("error",function(e){' +
  '/opus-booking/.test(e.target.src)&&s()},true)})(document.querySelector("opus-booking"))';

/** The same on a page of ours: tells Lit the nonce of the style elements that Safari before 16.4 needs, and warms up. */
export const hostedWatchdog = `litNonce=document.currentScript.nonce;${watchdog};${warmUp}`;

/**
 * Stands behind the first look: shows it, and keeps what is chosen there for the widget, which begins with it; hides it when the widget's file fails.
 * ES5 for the same reason.
 */
export const firstLookKeeper =
  '(function(b,l){if(!l)return;l.hidden=false;l.onclick=function(e){var t=e.target,c={},p;if(!t.value)return;' +
  'c[l.getAttribute("data-step")]=t.value;b.initialChoices=c;' +
  'p=l.querySelector("[aria-pressed=true]");p&&p.setAttribute("aria-pressed","false");t.setAttribute("aria-pressed","true")};' +
  'addEventListener("error",function(e){if(/opus-booking/.test(e.target.src))l.hidden=true},true)})' +
  '(document.querySelector("opus-booking"),document.querySelector(".first-look"))';
