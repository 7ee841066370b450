/** Set by pages whose Content-Security-Policy asks style elements for a nonce, as Lit documents it. */
const nonceOfPage = () => (globalThis as { litNonce?: string }).litNonce;

/** Adds style rules to a shadow root, by a sheet made by script where the browser has those. */
export function addRules(root: ShadowRoot, rules: string): void {
  if ('adoptedStyleSheets' in root && 'replaceSync' in CSSStyleSheet.prototype) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    return;
  }
  const style = document.createElement('style');
  style.nonce = nonceOfPage() ?? '';
  style.textContent = rules;
  root.append(style);
}
