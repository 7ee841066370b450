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

/** The same on a page of ours: tells Lit the nonce of the style elements that Safari before 16.4 needs. */
export const hostedWatchdog = `litNonce=document.currentScript.nonce;${watchdog}`;
