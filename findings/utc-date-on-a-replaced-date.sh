#!/usr/bin/env bash
# @date-fns/utc counts in local time where the page's Date is a subclass of the built-in one
#
# Packages: @date-fns/utc 2.1.1, date-fns 4.4.0; the same with the clock of Playwright 1.65, which is how it was met.
# Source: @date-fns/utc, date/mini.js: the methods to replace are read by Object.getOwnPropertyNames(Date.prototype).
#
# UTCDateMini promises that getDay, getDate and their kin read UTC. It learns at import which methods there are from the
# own properties of Date.prototype. Tools that fake the clock put `class … extends Date` in the place of Date: the methods are
# inherited then, none is an own property, and none is replaced. There is no error. West of UTC every civil date that
# passes through date-fns falls on the day before, and a calendar shows another week.
#
# Seen: Monday 2026-11-30T00:00Z is weekday 1 with the built-in Date and 0 (Sunday) with the subclass, in New York.
# What we do: src/domain/utc-date.ts replaces the methods by name.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund @date-fns/utc@2.1.1 date-fns@4.4.0 >/dev/null
cat >read.mjs <<'JS'
if (process.argv[2] === 'subclass') globalThis.Date = class FakeDate extends Date {};
const { UTCDateMini } = await import('@date-fns/utc/date/mini');
const { addDays } = await import('date-fns/addDays');
const monday = new UTCDateMini('2026-11-30T00:00:00Z');
console.log(monday.getDay(), addDays(monday, 1).getDate());
JS
built_in=$(TZ=America/New_York node read.mjs built-in)
subclass=$(TZ=America/New_York node read.mjs subclass)
echo "built-in Date: $built_in; subclass of it: $subclass"
[[ $built_in == '1 1' ]] || { echo 'The built-in case changed.'; exit 1; }
[[ $subclass == '0 30' ]] || { echo 'The subclass case changed.'; exit 1; }
echo 'As described.'
