// Takes the indentation out of html`` and css`` in the CDN build, which no minifier does.

const tags = new Set(['html', 'svg', 'css']);

/** Shortens one literal part of a template: CSS loses comments and spaces around signs, markup keeps one space. */
export function tighten(tag, text) {
  // Not before "/>", which would become part of a value without quotes.
  if (tag !== 'css') return text.replace(/\s*\n\s*/g, ' ').replace(/ (?=>)/g, '');
  return text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .split(/("[^"]*"|'[^']*')/)
    .map((part, index) => (index % 2 === 1 ? part : tightenRules(part)))
    .join('');
}

function tightenRules(css) {
  return css
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,>]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/(?<![\d.])0(?=\.\d)/g, '')
    .replace(/;}/g, '}');
}

function* taggedTemplates(node) {
  if (Array.isArray(node)) {
    for (const item of node) yield* taggedTemplates(item);
  } else if (node && typeof node.type === 'string') {
    if (node.type === 'TaggedTemplateExpression' && tags.has(node.tag.name)) yield node;
    for (const [key, value] of Object.entries(node)) {
      if (key !== 'parent' && value && typeof value === 'object') yield* taggedTemplates(value);
    }
  }
}

/** Vite plugin that tightens every html``, svg`` and css`` of our own sources. */
export function tightTemplates() {
  return {
    name: 'tight-templates',
    enforce: 'post',
    transform(code, id) {
      if (id.includes('node_modules') || !/\b(?:html|svg|css)`/.test(code)) return null;
      const parts = [...taggedTemplates(this.parse(code))]
        .flatMap(({ tag, quasi }) => quasi.quasis.map((part) => ({ tag: tag.name, part })))
        .sort((a, b) => b.part.start - a.part.start);
      let shorter = code;
      for (const { tag, part } of parts) {
        const raw = part.value.raw;
        const at = shorter.indexOf(raw, part.start);
        // Parsers differ in whether an element's range counts its back tick.
        if (raw === '' || at < part.start || at > part.start + 1) continue;
        shorter = shorter.slice(0, at) + tighten(tag, raw) + shorter.slice(at + raw.length);
      }
      return { code: shorter, map: null };
    },
  };
}
