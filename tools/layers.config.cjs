// The floors of the house: imports go down only, inside one floor only within a folder.
// Names and order are those of docs/architecture.md.

/** Forbids files of `folder` to import anything of `root` but itself and `allowed`. */
function floor(root, folder, allowed) {
  const own = [folder, ...allowed].join('|');
  return {
    name: `${root}-${folder}`.replaceAll('/', '-'),
    comment: `${root}/${folder} may import ${allowed.join(', ') || 'nothing else of the house'}.`,
    severity: 'error',
    from: { path: `^${root}/${folder}(/|\\.ts$)` },
    to: { path: '^(src|service|demo)/', pathNot: `^${root}/(${own})(/|\\.ts$)` },
  };
}

const below1 = ['contract', 'domain'];
const below2 = [...below1, 'api', 'events', 'locales', 'theme'];
const below3 = [...below2, 'state'];

/** Rooms of the service's use-cases → the rooms below that each may import. */
const serviceRooms = {
  timebook: [],
  context: ['timebook'],
  codes: ['context'],
  patient: ['context'],
  session: ['context'],
  account: ['context'],
  recall: ['context', 'session'],
  reminders: ['context'],
  appointment: ['context', 'session', 'recall', 'reminders'],
  availability: ['timebook', 'context', 'session', 'recall', 'appointment'],
  hold: ['timebook', 'context', 'session', 'availability'],
  booking: [
    ...['context', 'codes', 'patient', 'session', 'recall', 'reminders', 'appointment'],
    'hold',
  ],
  'appointment-changes': ['context', 'session', 'appointment', 'hold'],
  answers: ['context', 'reminders', 'appointment', 'appointment-changes'],
  alerts: [
    ...['context', 'codes', 'patient', 'session', 'reminders', 'appointment', 'availability'],
    'booking',
  ],
  login: ['context', 'codes', 'patient', 'session'],
  staff: ['context', 'patient', 'recall', 'reminders', 'appointment'],
  people: ['context', 'codes', 'login', 'staff'],
};

/** Forbids a room of the service to import anything of the project but the lower floors and `allowed` rooms. */
function room(name, allowed) {
  const floors = ['core', 'store', 'messages', name, ...allowed].join('|');
  return {
    name: `service-${name}`,
    comment: `service/${name} may import core, store, messages, ${allowed.join(', ')}.`,
    severity: 'error',
    from: { path: `^service/${name}/` },
    to: { path: '^(service|demo)/', pathNot: `^service/(${floors})/` },
  };
}

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'No file imports itself through others; imports of types count.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-cycles-between-folders',
      comment: 'Nor does a folder of src/state or of the service.',
      severity: 'error',
      scope: 'folder',
      from: { path: '^(src/state|service)/' },
      to: { circular: true },
    },
    {
      name: 'no-orphan-imports',
      comment:
        "An import that resolves to nothing; what begins with virtual: is made by Storybook's build.",
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^virtual:' },
    },
    floor('src', 'contract', []),
    {
      name: 'src-domain',
      comment: 'domain is pure: nothing but itself and types of contract.',
      severity: 'error',
      from: { path: '^src/domain/' },
      to: { path: '^(src|service|demo)/', pathNot: '^src/(domain|contract)/' },
    },
    {
      name: 'src-domain-types-of-contract',
      comment: 'domain imports contract by "import type" only.',
      severity: 'error',
      from: { path: '^src/domain/' },
      to: { path: '^src/contract/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'pure-floors-without-lit',
      comment: 'contract and domain know no DOM library and no HTTP client.',
      severity: 'error',
      from: { path: '^src/(contract|domain)/' },
      to: { path: 'node_modules/(@?lit|lit-html|lit-element|ky|hono)' },
    },
    floor('src', 'api', below1),
    floor('src', 'events', below1),
    floor('src', 'locales', below1),
    floor('src', 'theme', below1),
    floor('src', 'state', below2),
    floor('src', 'elements', below3),
    {
      name: 'src-console',
      comment:
        "The clinic's console shares rules, theme and form fields with the widget, nothing else.",
      severity: 'error',
      from: { path: '^src/console/' },
      to: {
        path: '^(src|service|demo)/',
        pathNot:
          '^src/(console|contract|domain|theme|elements/[^/]+-field)(/|\\.ts$)|^src/define/booking(-button)?\\.ts$',
      },
    },
    {
      name: 'src-without-console',
      comment: 'Patients load nothing of the console.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/console/' },
      to: { path: '^src/console/' },
    },
    {
      name: 'elements-apart',
      comment: "An element uses another element's tag, never its module.",
      severity: 'error',
      from: { path: '^src/elements/([^/]+)/' },
      to: { path: '^src/elements/[^/]+/', pathNot: '^src/elements/$1/' },
    },
    floor('src', 'define', [...below3, 'elements']),
    {
      name: 'src-roots-are-on-top',
      comment:
        'index.ts, all.ts, embed.ts, frame.ts and domain/index.ts are imported by nobody in src: all that they name would come along.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^src/(index|all|embed|frame|domain/index)\\.ts$' },
    },
    {
      name: 'src-alone',
      comment: 'The package knows neither the demo nor the tests.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(service|demo|test|stories|bench|tools)/' },
    },
    {
      name: 'src-in-the-browser',
      comment: 'The package uses no Node module.',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'src-ships-its-dependencies',
      comment: 'What src imports must be a runtime dependency.',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'service-core',
      comment: 'The pure core of the service stands on contract and domain only.',
      severity: 'error',
      from: { path: '^service/core/' },
      to: { path: '^(src|service|demo)/', pathNot: '^(service/core|src/contract|src/domain)/' },
    },
    {
      name: 'service-core-is-pure',
      severity: 'error',
      from: { path: '^service/core/' },
      to: { path: 'node_modules/(hono|drizzle-orm|pg|@electric-sql|@hono)/' },
    },
    {
      name: 'service-store',
      severity: 'error',
      from: { path: '^service/store/' },
      to: { path: '^(service|demo)/', pathNot: '^service/(core|store)/' },
    },
    {
      name: 'service-messages',
      severity: 'error',
      from: { path: '^service/messages/' },
      to: { path: '^(service|demo)/', pathNot: '^service/(core|store|messages)/' },
    },
    ...Object.entries(serviceRooms).map(([name, allowed]) => room(name, allowed)),
    {
      name: 'service-rooms-without-http',
      comment: 'Use-cases know neither HTTP nor SQL.',
      severity: 'error',
      from: { path: `^service/(${Object.keys(serviceRooms).join('|')})/` },
      to: { path: 'node_modules/(hono|@hono|drizzle-orm|pg|@electric-sql)/' },
    },
    {
      name: 'service-http',
      comment: 'HTTP only translates: it calls use-cases, never the store.',
      severity: 'error',
      from: { path: '^service/http/' },
      to: {
        path: '^(service|demo)/',
        pathNot: `^service/(http|messages|${Object.keys(serviceRooms).join('|')})/`,
      },
    },
    {
      name: 'service-uses-contract-and-domain-of-src',
      severity: 'error',
      from: { path: '^service/', pathNot: '^service/hosted/' },
      to: { path: '^src/', pathNot: '^src/(contract|domain)/' },
    },
    {
      name: 'hosted-pages-also-use-words',
      comment: 'A hosted page says in its own HTML what the widget is going to say (decision 32).',
      severity: 'error',
      from: { path: '^service/hosted/' },
      to: { path: '^src/', pathNot: '^src/(contract|domain|locales)/' },
    },
    {
      name: 'service-in-any-host',
      comment: 'The service is a fetch handler: Node only in service/node and demo/main.ts.',
      severity: 'error',
      from: { path: '^service/', pathNot: '^service/node/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'service-node-stays-outside',
      comment: 'What runs in Node is imported by nothing that also runs in a browser.',
      severity: 'error',
      from: { path: '^service/', pathNot: '^service/node/' },
      to: { path: '^service/node/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|cdn|storybook-static|demo/examples)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'browser', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types', 'typings'],
    },
    moduleSystems: ['es6'],
  },
};
