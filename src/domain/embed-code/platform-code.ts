import {
  attributesOf,
  pageAddress,
  tagOf,
  type EmbedPlatform,
  type EmbedSetup,
  type OwnFiles,
} from './embed-setup.js';
import { embedFile, escaped, frameFile, htmlCode, written } from './html-code.js';

/** One piece of code to copy; `file` says where it belongs. */
export interface CodePiece {
  readonly file: string;
  readonly code: string;
}

/** A text as a string of JavaScript that ends no script. */
const literal = (text: string): string => JSON.stringify(text).replaceAll('<', '\\u003c');

const scriptOf = ({ way, service }: EmbedSetup): string =>
  `${service}/cdn/${way === 'iframe' ? frameFile : embedFile}`;

/** Code for one kind of page. */
export function embedCode(
  setup: EmbedSetup,
  platform: EmbedPlatform,
  own?: OwnFiles,
): readonly CodePiece[] {
  switch (platform) {
    case 'html':
      return [{ file: 'HTML', code: htmlCode(setup, own) }];
    case 'wordpress':
      return wordpressCode(setup);
    case 'react':
      return [{ file: 'Booking.jsx', code: reactCode(setup) }];
    case 'vue':
      return vueCode(setup);
    case 'angular':
      return [{ file: 'booking.component.ts', code: angularCode(setup) }];
    case 'gtm':
      return [{ file: 'Custom HTML', code: tagManagerCode(setup) }];
  }
}

/** The plugin's shortcode, and the same without the plugin in a block of the editor. */
function wordpressCode(setup: EmbedSetup): CodePiece[] {
  const { account, service, way, language, clinic, treatment, clinician, accent, hide } = setup;
  const values = {
    ...{ account, service, way, page: setup.page, lang: language },
    ...{ clinic, treatment, clinician, accent, hide: hide.join(' '), label: setup.label },
  };
  const given = Object.entries(values).filter(([, value]) => value !== '');
  // A shortcode ends at its bracket and has no way to write one.
  const text = given.map(([name, value]) => ` ${name}="${value.replace(/["[\]<>]/g, '')}"`);
  return [
    { file: 'Shortcode (plugin)', code: `[opus_booking${text.join('')}]` },
    { file: 'Custom HTML', code: htmlCode(setup) },
  ];
}

interface Markup {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly inside: string;
}

/** What stands on the page, for frameworks that write it themselves. */
function markupOf(setup: EmbedSetup): Markup {
  if (setup.way === 'link') {
    return { tag: 'a', attributes: { href: pageAddress(setup) }, inside: setup.label };
  }
  if (setup.way === 'iframe') {
    const { frameTitle: title } = setup;
    const src = pageAddress(setup, '/embed.html');
    const style = 'width: 100%; height: 1000px; border: 0';
    const attributes = { 'data-opus-booking-frame': '', src, title, allow: 'geolocation', style };
    return { tag: 'iframe', attributes, inside: '' };
  }
  return { tag: tagOf(setup), attributes: attributesOf(setup), inside: '' };
}

const templateOf = ({ tag, attributes, inside }: Markup): string =>
  `<${tag}${written(attributes)}>${escaped(inside)}</${tag}>`;

/** Lines that add the script once, whichever part of the page asks for it. */
const addScript = (setup: EmbedSetup): string[] => [
  `const src = ${literal(scriptOf(setup))};`,
  '',
  'function addScript() {',
  '  if (document.querySelector(`script[src="${src}"]`)) return;',
  "  document.head.append(Object.assign(document.createElement('script'), { src, async: true }));",
  '}',
];

function reactCode(setup: EmbedSetup): string {
  const { tag, attributes, inside } = markupOf(setup);
  const props = Object.entries(attributes).map(([name, value]) =>
    name === 'style' ? `      style={${styleObject(value)}}` : `      ${name}={${literal(value)}}`,
  );
  const element = [
    `    <${tag}`,
    ...props,
    inside ? `    >{${literal(inside)}}</${tag}>` : '    />',
  ];
  if (setup.way === 'link') {
    return ['export function Booking() {', '  return (', ...element, '  );', '}'].join('\n');
  }
  return [
    "import { useEffect } from 'react';",
    '',
    ...addScript(setup),
    '',
    'export function Booking() {',
    '  useEffect(addScript, []);',
    '  return (',
    ...element,
    '  );',
    '}',
  ].join('\n');
}

/** Declarations of CSS as React takes them: custom properties by their name, others in camel case. */
function styleObject(style: string): string {
  const entries = style.split('; ').map((each) => {
    const [name = '', value = ''] = each.split(': ');
    return `${literal(name)}: ${literal(value)}`;
  });
  return `{ ${entries.join(', ')} }`;
}

function vueCode(setup: EmbedSetup): CodePiece[] {
  const template = `<template>\n  ${templateOf(markupOf(setup))}\n</template>`;
  if (setup.way === 'link') return [{ file: 'Booking.vue', code: template }];
  const script = [
    '<script setup>',
    "import { onMounted } from 'vue';",
    '',
    ...addScript(setup),
    '',
    'onMounted(addScript);',
    '</script>',
  ];
  const config = [
    '// Vue leaves these elements to the browser.',
    "vue({ template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith('opus-') } } })",
  ];
  return [
    { file: 'Booking.vue', code: [...script, '', template].join('\n') },
    { file: 'vite.config.js', code: config.join('\n') },
  ];
}

function angularCode(setup: EmbedSetup): string {
  // Two braces would be an expression of Angular's.
  const template = templateOf(markupOf(setup)).replaceAll('{', '&#123;').replaceAll('`', '&#96;');
  const hasScript = setup.way !== 'link';
  return [
    `import { Component, CUSTOM_ELEMENTS_SCHEMA${hasScript ? ', OnInit' : ''} } from '@angular/core';`,
    '',
    ...(hasScript ? [...addScript(setup), ''] : []),
    '@Component({',
    "  selector: 'app-booking',",
    '  standalone: true,',
    '  schemas: [CUSTOM_ELEMENTS_SCHEMA],',
    `  template: \`${template.replaceAll('$', '&#36;')}\`,`,
    '})',
    hasScript
      ? 'export class BookingComponent implements OnInit {\n  ngOnInit() {\n    addScript();\n  }\n}'
      : 'export class BookingComponent {}',
  ].join('\n');
}

/** A tag of Google Tag Manager, whose own check takes no newer JavaScript than ES5. */
function tagManagerCode(setup: EmbedSetup): string {
  const { tag, attributes, inside } = markupOf(setup);
  const isInText = setup.way !== 'floating';
  return [
    '<script>',
    '(function () {',
    ...(isInText
      ? ["  var place = document.querySelector('#booking');", '  if (!place) return;']
      : ['  var place = document.body;']),
    `  var booking = document.createElement(${literal(tag)});`,
    ...Object.entries(attributes).map(
      ([name, value]) => `  booking.setAttribute(${literal(name)}, ${literal(value)});`,
    ),
    ...(inside ? [`  booking.textContent = ${literal(inside)};`] : []),
    '  place.appendChild(booking);',
    ...(setup.way === 'link'
      ? []
      : [
          "  var script = document.createElement('script');",
          `  script.src = ${literal(scriptOf(setup))};`,
          '  document.head.appendChild(script);',
        ]),
    '})();',
    '</script>',
  ].join('\n');
}
