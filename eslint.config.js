import eslint from '@eslint/js';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

const relativeWithoutEnding = {
  selector:
    ':matches(ImportDeclaration, ExportNamedDeclaration, ExportAllDeclaration, ImportExpression)[source.value=/^\\.(?!.*\\.(js|mjs|json|css)(\\?.*)?$)/]',
  message: 'Relative imports end in .js.',
};
const defaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Named exports only.',
};
const enumOrNamespace = [
  { selector: 'TSEnumDeclaration', message: 'Use a union of literals.' },
  { selector: 'TSModuleDeclaration[kind="namespace"]', message: 'Use a module.' },
];
const clock = [
  {
    selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
    message: 'The clock is an argument here: take `now`.',
  },
  {
    selector: 'CallExpression[callee.object.name="Date"][callee.property.name="now"]',
    message: 'The clock is an argument here: take `now`.',
  },
];
const miniZod = {
  paths: [
    { name: 'zod', message: "import * as z from 'zod/mini'" },
    { name: 'zod/v4', message: "import * as z from 'zod/mini'" },
  ],
};
const nodeGlobals = ['process', 'Buffer', 'require', '__dirname', '__filename', 'global'].map(
  (name) => ({ name, message: 'The service runs in any host; Node only in service/node.' }),
);

export default tseslint.config(
  {
    ignores: [
      'node_modules/',
      'dist/',
      'cdn/',
      'storybook-static/',
      'coverage/',
      'playwright-report/',
      'test-results/',
      '.cache/',
      '.data/',
      // Projects of their own, with dependencies that are not installed here.
      'demo/examples/react/',
      'demo/examples/vue/',
      // Made by tools/frameworks.ts.
      'frameworks/',
    ],
  },
  eslint.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            {
              from: 'package',
              name: ['it', 'test', 'describe', 'suite', 'before', 'after'],
              package: 'node:test',
            },
          ],
        },
      ],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      'no-restricted-imports': ['error', miniZod],
      'no-restricted-syntax': ['error', relativeWithoutEnding, ...enumOrNamespace],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    files: ['src/**/*.ts', 'stories/**/*.ts'],
    extends: [
      lit.configs['flat/recommended'],
      wc.configs['flat/recommended'],
      { plugins: { 'lit-a11y': litA11y }, rules: litA11y.configs.recommended.rules },
    ],
    rules: {
      'lit/no-legacy-template-syntax': 'error',
      'lit/no-useless-template-literals': 'error',
      'lit/no-value-attribute': 'error',
      'lit/no-private-properties': 'error',
      // Slots share one delegated listener; the buttons inside answer the keys, and a test walks by keyboard.
      'lit-a11y/click-events-have-key-events': 'off',
      // Safari forgets a list's role once its bullets are gone; role="list" brings it back.
      'lit-a11y/no-redundant-role': 'off',
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      'no-console': 'error',
      'no-restricted-syntax': [
        'error',
        relativeWithoutEnding,
        defaultExport,
        ...enumOrNamespace,
        {
          selector: 'CallExpression[callee.name=/^(unsafeHTML|unsafeSVG)$/]',
          message: 'HTML from outside is never rendered.',
        },
        {
          selector: 'AssignmentExpression[left.property.name=/^(innerHTML|outerHTML)$/]',
          message: 'HTML from outside is never rendered.',
        },
      ],
    },
  },
  {
    files: ['src/domain/**/*.ts', 'src/contract/**/*.ts', 'src/elements/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        relativeWithoutEnding,
        defaultExport,
        ...enumOrNamespace,
        ...clock,
        {
          selector: 'CallExpression[callee.name=/^(unsafeHTML|unsafeSVG)$/]',
          message: 'HTML from outside is never rendered.',
        },
      ],
    },
  },
  {
    files: ['demo/**/*.ts', 'service/**/*.ts'],
    rules: {
      // Hono's html`` nests, and its parts have no toString of their own.
      '@typescript-eslint/no-base-to-string': 'off',
      '@typescript-eslint/restrict-template-expressions': 'off',
      'no-restricted-syntax': ['error', relativeWithoutEnding, defaultExport, ...enumOrNamespace],
    },
  },
  {
    files: ['service/**/*.ts'],
    ignores: ['service/node/**'],
    rules: { 'no-restricted-globals': ['error', ...nodeGlobals], 'no-console': 'error' },
  },
  {
    files: ['service/core/**/*.ts', 'service/store/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        relativeWithoutEnding,
        defaultExport,
        ...enumOrNamespace,
        ...clock,
      ],
    },
  },
  {
    files: ['test/**/*.ts', 'stories/**/*.ts', 'bench/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        relativeWithoutEnding,
        {
          selector:
            'MemberExpression[object.name=/^(it|test|describe|suite)$/][property.name=/^(only|skip|todo|fixme)$/]',
          message: 'No test is left out.',
        },
      ],
      // Chai's assertions are expressions.
      '@typescript-eslint/no-unused-expressions': 'off',
      // Answers of a service under test are `any` until the test has looked at them.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
    },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: {
      globals: Object.fromEntries(
        [
          'process',
          'console',
          'URL',
          'fetch',
          'Buffer',
          'performance',
          'setTimeout',
          'clearTimeout',
          'setInterval',
          'clearInterval',
          'structuredClone',
          'AbortSignal',
          'AbortController',
          'Response',
          'Request',
          'TextEncoder',
          'TextDecoder',
          'module',
          'require',
          'document',
          'window',
          'location',
          'customElements',
        ].map((name) => [name, 'readonly']),
      ),
    },
  },
);
