import assert from 'node:assert/strict';
import { test } from 'node:test';
import { minifyTemplates } from '../../tools/minify.js';

async function minify(code: string): Promise<string> {
  const transform = minifyTemplates().transform as unknown as (
    code: string,
    id: string,
  ) => Promise<{ code?: string }>;
  return (await transform.call({ error: assert.fail }, code, '/src/a.ts')).code ?? code;
}

test('markup keeps one space where a space can be seen', async () => {
  const code = 'const view = html`<p>\n    ${name}\n    <b>${time}</b>  at\n  </p>`;';
  assert.equal(await minify(code), 'const view = html`<p> ${name} <b>${time}</b> at </p>`;');
});

test('shapes of a drawing stay side by side', async () => {
  const code = 'const icon = svg`<circle r="2" /><path d="M0 0h9" />`;';
  const after = await minify(code);
  assert.match(after, /<circle r="2" ?\/><path d="M0 0h9" ?\/>/);
});

test('styles lose comments and indentation, and keep what they say', async () => {
  const code =
    'const styles = css`\n  /* Why. */\n  @container (inline-size < 480px) {\n    .a > .b {\n' +
    '      padding: calc(1px + var(--_gap, 8px)) 0;\n      color: ${colour};\n    }\n  }\n`;';
  assert.equal(
    await minify(code),
    'const styles = css`@container (inline-size < 480px){.a>.b{padding:calc(1px + var(--_gap,8px)) 0;color:${colour}}}`;',
  );
});

test('other texts stay as they are', async () => {
  const code = 'const text = `a\n  b`;';
  assert.equal(await minify(code), code);
});
