import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { after, describe, it } from 'node:test';

const root = mkdtempSync(join(tmpdir(), 'opus-layers-'));
after(() => rmSync(root, { recursive: true }));

interface Violation {
  rule: string;
  from: string;
}

/** Every breach of a rule in a house made of these files. */
function violationsIn(files: Record<string, string>): Violation[] {
  const house = mkdtempSync(join(root, 'house-'));
  for (const file of ['tsconfig.json', 'package.json']) cpSync(file, join(house, file));
  symlinkSync(resolve('node_modules'), join(house, 'node_modules'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(house, path)), { recursive: true });
    writeFileSync(join(house, path), text);
  }
  const folders = [...new Set(Object.keys(files).map((path) => path.split('/')[0] ?? ''))];
  const { stdout } = spawnSync(
    resolve('node_modules/.bin/depcruise'),
    [...folders, '--config', resolve('tools/layers.config.cjs'), '--output-type', 'json'],
    { cwd: house, encoding: 'utf8', maxBuffer: 2 ** 26 },
  );
  const { summary } = JSON.parse(stdout) as {
    summary: { violations: { rule: { name: string }; from: string }[] };
  };
  return summary.violations.map(({ rule, from }) => ({ rule: rule.name, from }));
}

const thing = 'export const thing = 1;\nexport type Thing = number;\n';

describe('layers', () => {
  it('lets imports go down, types of contract into domain, and a folder use itself', () => {
    const broken = violationsIn({
      'src/contract/slot.ts': thing,
      'src/domain/week.ts':
        "import type { Thing } from '../contract/slot.js';\nexport type T = Thing;",
      'src/state/contexts.ts': "import '../domain/week.js';\nimport '../contract/slot.js';",
      'src/elements/a/a.styles.ts': thing,
      'src/elements/a/a.ts':
        "import 'lit';\nimport './a.styles.js';\nimport '../../state/contexts.js';",
      'src/define/a.ts': "import '../elements/a/a.js';",
      'src/all.ts': "import './define/a.js';",
      'service/core/slots.ts': "import '../../src/domain/week.js';",
      'service/context/caller.ts': "import '../core/slots.js';",
      'service/hold/place-hold.ts': "import '../context/caller.js';",
      'service/http/routing/route.ts': "import 'hono';\nimport '../../context/caller.js';",
      'service/http/app.ts': "import './routing/route.js';\nimport '../hold/place-hold.js';",
      'demo/main.ts': "import 'node:fs';\nimport '../service/http/app.js';",
    });
    assert.deepEqual(broken, []);
  });

  const faults: [rule: string, folder: string, text: string][] = [
    ['src-domain-types-of-contract', 'src/domain', "import '../contract/thing.js';"],
    ['src-contract', 'src/contract', "import '../domain/thing.js';"],
    ['pure-floors-without-lit', 'src/domain', "import 'lit';"],
    ['src-api', 'src/api', "import '../state/thing.js';"],
    ['src-theme', 'src/theme', "import '../locales/thing.js';"],
    ['src-state', 'src/state', "import '../elements/x/thing.js';"],
    ['elements-apart', 'src/elements/a', "import '../x/thing.js';"],
    ['src-elements', 'src/elements/a', "import '../../define/thing.js';"],
    ['src-roots-are-on-top', 'src/define', "import '../index.js';"],
    ['src-roots-are-on-top', 'src/elements/a', "import '../../domain/index.js';"],
    ['src-alone', 'src/state', "import '../../service/core/thing.js';"],
    ['src-in-the-browser', 'src/state', "import 'node:fs';"],
    ['src-ships-its-dependencies', 'src/state', "import 'hono';"],
    ['service-core', 'service/core', "import '../store/thing.js';"],
    ['service-core-is-pure', 'service/core', "import 'drizzle-orm';"],
    ['service-store', 'service/store', "import '../http/thing.js';"],
    ['service-messages', 'service/messages', "import '../http/thing.js';"],
    ['service-http', 'service/http', "import '../../demo/main.js';"],
    ['service-http', 'service/http', "import '../store/thing.js';"],
    ['service-hold', 'service/hold', "import '../booking/thing.js';"],
    ['service-booking', 'service/booking', "import '../http/thing.js';"],
    ['service-rooms-without-http', 'service/booking', "import 'hono';"],
    ['service-rooms-without-http', 'service/booking', "import 'drizzle-orm';"],
    ['src-console', 'src/console/state', "import '../../state/thing.js';"],
    ['src-without-console', 'src/elements/a', "import '../../console/thing.js';"],
    ['service-in-any-host', 'service/http', "import 'node:crypto';"],
    ['service-node-stays-outside', 'service/http', "import '../node/thing.js';"],
    [
      'service-uses-contract-and-domain-of-src',
      'service/http',
      "import '../../src/state/thing.js';",
    ],
    ['no-orphan-imports', 'src/domain', "import './gone.js';"],
  ];
  const around = {
    'src/contract/thing.ts': thing,
    'src/domain/index.ts': thing,
    'src/domain/thing.ts': thing,
    'src/locales/thing.ts': thing,
    'src/state/thing.ts': thing,
    'src/elements/x/thing.ts': thing,
    'src/define/thing.ts': thing,
    'src/index.ts': thing,
    'src/console/thing.ts': thing,
    'demo/main.ts': thing,
    'service/booking/thing.ts': thing,
    'service/core/thing.ts': thing,
    'service/store/thing.ts': thing,
    'service/http/thing.ts': thing,
    'service/node/thing.ts': thing,
  };
  const planted = faults.map(([rule, folder, text], number) => {
    return { rule, path: `${folder}/fault-${number}.ts`, text };
  });
  // One house with every fault in a file of its own, since looking at a house takes a second.
  const found = violationsIn({
    ...around,
    ...Object.fromEntries(planted.map(({ path, text }) => [path, text])),
  });
  for (const { rule, path, text } of planted) {
    it(`refuses ${text.replace(/;$/, '')} in ${dirname(path)}`, () => {
      assert.ok(found.some((violation) => violation.rule === rule && violation.from === path));
    });
  }

  const cycles: [what: string, rule: string, files: Record<string, string>][] = [
    [
      'a cycle',
      'no-cycles',
      {
        'src/domain/a.ts': "import './b.js';\nexport const a = 1;",
        'src/domain/b.ts': "import './a.js';\nexport const b = 1;",
      },
    ],
    [
      'a cycle of types',
      'no-cycles',
      {
        'service/core/a.ts': "import type { B } from './b.js';\nexport type A = B;",
        'service/core/b.ts': "import type { A } from './a.js';\nexport type B = A | 1;",
      },
    ],
    [
      'a cycle between folders',
      'no-cycles-between-folders',
      {
        'src/state/hold/a.ts': "import '../booking/b.js';",
        'src/state/booking/b.ts': thing,
        'src/state/booking/c.ts': "import '../hold/d.js';",
        'src/state/hold/d.ts': thing,
      },
    ],
  ];
  for (const [what, rule, files] of cycles) {
    it(`refuses ${what}`, () => {
      const broken = violationsIn(files);
      assert.ok(broken.length > 0 && broken.every((violation) => violation.rule === rule));
    });
  }
});
