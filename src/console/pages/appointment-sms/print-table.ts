/** A table on paper. */
export interface PrintedTable {
  readonly title: string;
  readonly lines: readonly string[];
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Prints a table alone, in a frame of its own that leaves with the print: the page around it stays off the paper. */
export function printTable({ title, lines, head, rows }: PrintedTable, lang: string): void {
  const frame = document.createElement('iframe');
  frame.ariaHidden = 'true';
  frame.style.cssText = 'position: fixed; inline-size: 0; block-size: 0; border: 0;';
  document.body.append(frame);
  const page = frame.contentDocument!;
  page.documentElement.lang = lang;
  page.title = title;
  page.body.style.cssText = 'font: 11pt/1.4 system-ui, sans-serif; margin: 0;';
  const add = (parent: Element, tag: string, text = '', style = ''): HTMLElement => {
    const element = page.createElement(tag);
    element.textContent = text;
    element.style.cssText = style;
    parent.append(element);
    return element;
  };
  add(page.body, 'h1', title, 'font-size: 15pt; margin: 0 0 4pt;');
  for (const line of lines) add(page.body, 'p', line, 'margin: 0 0 2pt;');
  const table = add(page.body, 'table', '', 'inline-size: 100%; border-collapse: collapse;');
  const cell = 'padding: 5pt 8pt 5pt 0; border-block-end: 0.5pt solid #999; text-align: start;';
  const top = 'vertical-align: top; white-space: pre-line;';
  const header = add(add(table, 'thead'), 'tr');
  for (const text of head) add(header, 'th', text, cell);
  const body = add(table, 'tbody');
  for (const row of rows) {
    const line = add(body, 'tr', '', 'break-inside: avoid;');
    for (const text of row) add(line, 'td', text, cell + top);
  }
  const { contentWindow } = frame;
  contentWindow!.addEventListener('afterprint', () => frame.remove(), { once: true });
  contentWindow!.print();
}
