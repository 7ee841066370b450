import assert from 'node:assert/strict';
import { test } from 'node:test';
import { transformDecorators } from '../../tools/lit-decorators.js';

const source = `import { LitElement } from 'lit';
import { property, query, state } from 'lit/decorators.js';
export class Field extends LitElement {
  @property({ type: Boolean }) busy = false;
  @state() private text?: string;
  @query('input') private input!: HTMLInputElement;
  @property() get value(): string { return this.text ?? this.input.value; }
  set value(value: string) { this.text = value; }
}
`;

test("Lit's decorators become static properties and getters, initial values stay", () => {
  const { code } = transformDecorators(source, '/src/field.ts');
  assert.doesNotMatch(code, /decorat/);
  assert.match(code, /busy: \{ type: Boolean \}/);
  assert.match(code, /text: \{ state: true \}/);
  assert.match(code, /value: \{\}/);
  assert.match(code, /this\.busy = false;/);
  assert.match(
    code,
    /get input\(\) \{\s+return this\.renderRoot\?\.querySelector\("input"\) \?\? null;/,
  );
});

test('the source map names the file and carries its text', () => {
  const { map } = transformDecorators(source, '/src/field.ts');
  const { sources, sourcesContent } = JSON.parse(map) as Record<string, string[]>;
  assert.deepEqual(sources, ['field.ts']);
  assert.deepEqual(sourcesContent, [source]);
});
