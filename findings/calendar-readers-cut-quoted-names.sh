#!/usr/bin/env bash
# Common readers of calendar files cut an organizer's name at `;` and `:`, though it stands in quotes
#
# Packages: node-ical 0.26.1, ical 0.8.0, cal-parser 1.0.2; ical.js 2.2.1 reads it as it is written.
# Source: the functions that split a line at its signs, node-ical.js, ical.js (of `ical`), and index.js of cal-parser.
#
# RFC 5545, 3.2 lets a parameter's value hold `;`, `:` and `,` where it stands in double quotes, as in
# ORGANIZER;CN="Tann & Smil; Oslo":mailto:post@clinic.example. The first three split the line at every `;` without looking at
# quotes; cal-parser splits at every `:`, too, and then takes the rest of the name for the address.
#
# Seen: the name is `"Tann & Smil` in all three; with a colon, cal-parser has the address ` Smil":mailto:post@clinic.example`.
# A comma does no harm anywhere.
# What we do: service/messages/calendar-entry.ts writes a comma for `;` and a dash for `:` in the organizer's name.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund node-ical@0.26.1 ical@0.8.0 cal-parser@1.0.2 ical.js@2.2.1 >/dev/null
cat >read.mjs <<'JS'
const [reader, name] = process.argv.slice(2);
const text = [
  'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//x//EN', 'BEGIN:VEVENT', 'UID:1', 'DTSTAMP:20261128T100000Z',
  'DTSTART:20261130T100000Z', 'DTEND:20261130T103000Z', `ORGANIZER;CN="${name}":mailto:post@clinic.example`,
  'SUMMARY:Time', 'END:VEVENT', 'END:VCALENDAR', '',
].join('\r\n');
const event = (entries) => Object.values(entries).find(({ type }) => type === 'VEVENT').organizer;
const { default: library } = await import(reader);
const read = {
  'ical.js'() {
    const [organizer] = new library.Component(library.parse(text)).getFirstSubcomponent('vevent').getAllProperties('organizer');
    return [organizer.getParameter('cn'), organizer.getFirstValue()];
  },
  'node-ical'() {
    const { params, val } = event(library.sync.parseICS(text));
    return [params.CN, val];
  },
  ical() {
    const { params, val } = event(library.parseICS(text));
    return [params.CN, val];
  },
  'cal-parser'() {
    const { params, value } = library.parseString(text).events[0].organizer;
    return [params.cn, value];
  },
};
console.log(read[reader]().join(' | '));
JS
expect() {
  local seen
  seen=$(node read.mjs "$1" "$2")
  echo "$1, $2: $seen"
  [[ $seen == "$3" ]] || { echo "changed: it was $3"; exit 1; }
}
address='mailto:post@clinic.example'
expect ical.js 'Tann & Smil; Oslo' "Tann & Smil; Oslo | $address"
for reader in node-ical ical cal-parser; do
  expect "$reader" 'Tann & Smil; Oslo' "\"Tann & Smil | $address"
done
expect cal-parser 'Tann: Smil' "\"Tann |  Smil\":$address"
expect node-ical 'Tann, Smil' "Tann, Smil | $address"
echo 'As described.'
