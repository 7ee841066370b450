#!/usr/bin/env bash
# z.iso.datetime of zod refuses an instant without seconds from one minor version to the next
#
# Packages: zod 4.4.3 and zod 4.6.7.
# Source: v4/core/regexes.js, the function that puts the pattern of a time together.
#
# ISO 8601 lets a time leave out its seconds, ECMAScript's date strings do too, and the date classes of Java write none when
# they are 0 (OffsetDateTime.toString). zod 4.0 to 4.4 took them unless `precision` said otherwise. A later 4.x asks for
# seconds (RFC 3339), so an upgrade within ^4.0.0 makes a service refuse requests that it took the day before.
#
# Seen: 2026-11-23T10:00+01:00 is valid in 4.4.3 and invalid in 4.6.7; with seconds it is valid in both.
# What we do: src/contract/primitives.ts has a pattern of its own, with seconds that may be left out.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund older@npm:zod@4.4.3 newer@npm:zod@4.6.7 >/dev/null
cat >read.mjs <<'JS'
const { z } = await import(process.argv[2]);
const instant = z.iso.datetime({ offset: true });
const isValid = (text) => instant.safeParse(text).success;
console.log(isValid('2026-11-23T10:00+01:00'), isValid('2026-11-23T10:00:00+01:00'));
JS
expect() {
  local seen
  seen=$(node read.mjs "$1")
  echo "$1: $seen"
  [[ $seen == "$2" ]] || { echo "changed: it was $2"; exit 1; }
}
expect older 'true true'
expect newer 'false true'
echo 'As described.'
