#!/usr/bin/env bash
# @date-fns/utc counts in local time where a tool has replaced Date
#
# Packages: @date-fns/utc 2.1.1 and date-fns 4.4.0, with @sinonjs/fake-timers 15.5.0 and with mockdate 3.0.5. Met with the
# clock of Playwright 1.65, which does as mockdate does.
# Source: date/mini.js of @date-fns/utc.
#
# UTCDateMini promises that getDay, getDate and their kin read UTC. Two ways to replace Date break that, with no error:
# - fake-timers put a subclass in its place. The methods to replace are looked for among the own properties of
#   Date.prototype, and there they are inherited, so none is replaced.
# - mockdate's constructor returns a built-in date. `super()` hands that on, so a new UTCDateMini is none.
# West of UTC each civil date that passes through date-fns then falls on the day before, and a calendar shows another week.
#
# Seen: 2026-11-30T00:00Z is weekday 1 (Monday) with the built-in Date and 0 with either tool, in New York; the day after it
# is the 1st with the former and the 30th with the latter.
# What we do: src/domain/utc-date.ts stands in its place, takes the methods by name, and makes what it constructs one of its own.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund @date-fns/utc@2.1.1 date-fns@4.4.0 \
  @sinonjs/fake-timers@15.5.0 mockdate@3.0.5 >/dev/null
cat >read.mjs <<'JS'
const noon = Date.UTC(2026, 10, 28, 12);
const tool = process.argv[2];
if (tool === 'fake-timers') {
  const { default: timers } = await import('@sinonjs/fake-timers');
  timers.install({ now: noon, toFake: ['Date'] });
}
if (tool === 'mockdate') (await import('mockdate')).default.set(noon);
const { UTCDateMini } = await import('@date-fns/utc/date/mini');
const { addDays } = await import('date-fns/addDays');
const monday = new UTCDateMini('2026-11-30T00:00:00Z');
console.log(monday instanceof UTCDateMini, monday.getDay(), addDays(monday, 1).getDate());
JS
expect() {
  local seen
  seen=$(TZ=America/New_York node read.mjs "$1")
  echo "$1: $seen"
  [[ $seen == "$2" ]] || { echo "changed: it was $2"; exit 1; }
}
expect built-in 'true 1 1'
expect fake-timers 'true 0 30'
expect mockdate 'false 0 30'
echo 'As described.'
