import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import vm from 'node:vm';
import { createFolder, withoutComments } from '../../service/node/folder.js';

const folder = join(import.meta.dirname, '../../service/hosted');

test('comments of our own scripts stay here, the scripts stay what they are', () => {
  const text = "// Why.\nconst a = 'http://x'; // beside\n/**\n * More.\n */\n  const b = 2;\n";
  assert.equal(withoutComments(text), "const a = 'http://x'; // beside\nconst b = 2;\n");
  for (const name of readdirSync(folder).filter((each) => each.endsWith('.js'))) {
    const source = withoutComments(readFileSync(join(folder, name), 'utf8'));
    assert.doesNotMatch(source, /^\s*(\/\/|\/?\*)/m, name);
    // Still a script: it is only parsed here.
    const script = source.replace(/^import .*$/gm, '').replace(/^export /gm, '');
    assert.doesNotThrow(() => new vm.Script(`(async () => {\n${script}\n})`), name);
  }
});

test('a source map is served beside its script, and kept as long', async () => {
  const files = mkdtempSync(join(tmpdir(), 'opus-folder-'));
  writeFileSync(join(files, 'steps-B1c2D3e4.js.map'), '{"version":3}');
  const serve = createFolder(files);
  const answer = await serve(new Request('http://localhost/'), 'steps-B1c2D3e4.js.map');
  rmSync(files, { recursive: true });
  assert.equal(answer?.headers.get('Content-Type'), 'application/json');
  assert.match(answer.headers.get('Cache-Control') ?? '', /immutable/);
  assert.deepEqual(await answer.json(), { version: 3 });
});
