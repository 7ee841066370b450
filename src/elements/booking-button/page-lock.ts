/** What is printed while the dialog is open: the booking, not the page behind it. */
const printRules = '@media print{body>:not([data-opus-dialog]){display:none!important}}';

/** Keeps the page behind a dialog from scrolling, and from jumping sideways; returns what undoes it. */
export function lockPage(): () => void {
  const { documentElement: root } = document;
  const { overflow, paddingInlineEnd } = root.style;
  const scrollbar = window.innerWidth - root.clientWidth;
  root.style.overflow = 'hidden';
  if (scrollbar > 0) root.style.paddingInlineEnd = `${scrollbar}px`;
  const release = showOnlyDialogInPrint();
  return () => {
    root.style.overflow = overflow;
    root.style.paddingInlineEnd = paddingInlineEnd;
    release();
  };
}

function showOnlyDialogInPrint(): () => void {
  if (!('adoptedStyleSheets' in document) || !('replaceSync' in CSSStyleSheet.prototype)) {
    return () => undefined;
  }
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(printRules);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
  };
}
