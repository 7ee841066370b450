#!/usr/bin/env bash
# minify-literals turns the second shape of a Lit svg`` template into a child of the first, which is not drawn
#
# Packages: minify-literals 1.0.10 (as used by rollup-plugin-minify-template-literals 1.1.7), with its own default options
# and with `conservativeCollapse`; parse5 8.0.0 reads the result as a browser does.
# Source: the templates are handed to an HTML minifier, whose `keepClosingSlash` is off by default.
#
# In HTML the slash of `<br />` says nothing, so a minifier may drop it. In SVG it ends the element. The minifier knows that
# for what is inside an <svg> that it sees, but a Lit svg`` template is a fragment: its <svg> stands in another template. Lit
# puts the fragment into an <svg> when the page runs, and there `<circle r="2"><path d="…">` is one circle that holds a path.
# Nothing fails: the icon of two shapes shows one.
#
# Seen: svg`<circle r="2" /><path d="M0 0h9" />` gives svg`<circle r="2"><path d="M0 0h9">`, and the path is a child of the circle.
# With `keepClosingSlash: true` both stay children of <svg>.
# What we do: tools/minify.ts sets `keepClosingSlash`; test/tools/minify.test.ts fails without it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund minify-literals@1.0.10 parse5@8.0.0 >/dev/null
cat >icon.mjs <<'JS'
import { minifyHTMLLiterals } from 'minify-literals';
import { parseFragment } from 'parse5';
const source = 'const icon = svg`<circle r="2" /><path d="M0 0h9" />`;';
const options = JSON.parse(process.argv[2]);
const result = await minifyHTMLLiterals(source, { fileName: 'icon.js', minifyOptions: options });
const [, fragment] = /svg`(.*)`/.exec(result?.code ?? source);
const [svg] = parseFragment(`<svg>${fragment}</svg>`).childNodes;
const tree = (node) => `${node.nodeName}(${node.childNodes.map(tree).join(' ')})`;
console.log(fragment, tree(svg));
JS
expect() {
  local seen
  seen=$(node icon.mjs "$1")
  echo "$1: $seen"
  [[ $seen == *"$2" ]] || { echo "changed: it was $2"; exit 1; }
}
expect '{}' 'svg(circle(path()))'
expect '{"conservativeCollapse":true}' 'svg(circle(path()))'
expect '{"keepClosingSlash":true}' 'svg(circle() path())'
echo 'As described.'
