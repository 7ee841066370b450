// What src uses although a browser of the baseline lacks it, and what happens there.

const internals = 'never reached without attachInternals, which is asked for by `?.`';

/** API → what a browser without it does. A call by `?.` needs no entry. */
export const allowedApis: Readonly<Record<string, string>> = {
  'ElementInternals.form': internals,
  'ElementInternals.validity': internals,
  'ElementInternals.validationMessage': internals,
  'ElementInternals.willValidate': internals,
  'ElementInternals.checkValidity': internals,
  'ElementInternals.reportValidity': internals,
  'ElementInternals.setFormValue': internals,
  'ElementInternals.setValidity': internals,
  'ShadowRoot.adoptedStyleSheets': 'only where Lit makes style sheets (src/theme/add-styles.ts)',
  'Document.adoptedStyleSheets':
    'asked for before: without it, the page behind the dialog is printed, too (page-lock.ts)',
  'CSSStyleSheet.replaceSync': 'only where Lit makes style sheets (src/theme/page-colours.ts)',
  'HTMLElement.popover': 'set in vain: the warning is fixed at the foot of the window all the same',
  'HTMLElement.inert': 'undefined is as good as false: the old week can be swiped',
  'Window.print': 'Firefox for Android before 114 has no printing',
  requestIdleCallback: 'asked for by name before: at once without it',
};

/** CSS feature → what a browser without it shows. */
export const allowedCss: Readonly<Record<string, string>> = {
  '@container': 'the window decides instead (src/theme/add-styles.ts)',
  'container-type': 'as above',
  'color-mix()': 'fixed values by @supports',
  'light-dark()': 'mixed from the accent by @supports; no white plate behind a logo',
  ':has()': 'a little more air, or one column in place of two',
  'text-wrap': 'lines break where they end',
  hyphens: 'long words break anywhere, or have the prefix beside it',
  'hyphenate-limit-chars': 'hyphens where the browser likes',
  'user-select': 'has its prefix beside it',
  dvh: 'vh stands before it',
  'content-visibility': 'long lists take longer to draw',
  'contain-intrinsic-block-size': 'as above',
  'contain-intrinsic-size': 'as above',
  'overflow-clip-margin': 'only with content-visibility',
  'forced-color-adjust': 'system colours as the browser sees fit',
  resize: 'phones resize no text area',
};
