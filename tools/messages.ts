// "npm run messages": docs/messages.md, every standard text with sample values in it, from the source itself.
//   tsx tools/messages.ts           writes it
//   tsx tools/messages.ts --check   fails when it is not what would be written
import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { mergeFields } from '../src/domain/message-text/merge-fields.js';
import { smsLength } from '../src/domain/message-text/sms-length.js';
import { standardText } from '../service/messages/booking-texts.js';
import { compose } from '../service/messages/compose.js';
import { sampleValues } from '../service/messages/sample-values.js';
import { standardSms } from '../service/messages/reminder-texts.js';
import { standardTexts } from '../service/messages/standard-texts.js';
import { workedExamples } from '../service/core/sending-examples.js';
import { reminderFields, withCommonFields } from '../src/domain/message-text/reminder-fields.js';
import { languages, MessageEvent, SmsType, type Language } from '../src/contract/index.js';

const file = 'docs/messages.md';
const page = 'https://klinikk.example.com';
const names: Record<Language, string> = {
  nb: 'Norwegian',
  sv: 'Swedish',
  fi: 'Finnish',
  da: 'Danish',
  en: 'English',
};
const events: Record<MessageEvent, string> = {
  booked: 'Booked',
  moved: 'Moved',
  cancelled: 'Cancelled',
  freed: 'An earlier time',
};
const online = { move: true, cancel: true, phone: true };
const byPhone = { move: false, cancel: false, phone: true };

const quoted = (text: string) => ['```text', text, '```'].join('\n');

function lengthOf(text: string): string {
  const { encoding, units, parts } = smsLength(text);
  return `${units} ${encoding === 'gsm-7' ? 'septets (GSM-7)' : 'units (UCS-2)'}, ${parts} ${parts === 1 ? 'part' : 'parts'}`;
}

function filled(event: MessageEvent, channel: 'sms' | 'email', lang: Language, ways = online) {
  const standard = standardText(event, channel, lang, ways);
  return compose({ ...standard, format: 'plain' }, lang, sampleValues(lang, page));
}

function eventSection(event: MessageEvent, lang: Language): string {
  const email = filled(event, 'email', lang);
  const sms = filled(event, 'sms', lang);
  const source = standardText(event, 'sms', lang, online).text;
  const parts = [
    `### ${names[lang]}: ${events[event].toLowerCase()}`,
    `**E-mail**, subject: ${email.subject ?? ''}`,
    quoted(email.text),
    `**SMS**, ${lengthOf(sms.text)}`,
    quoted(sms.text),
  ];
  if (event !== 'cancelled' && event !== 'freed') {
    const phone = filled(event, 'sms', lang, byPhone);
    parts.push(`**SMS without links**, ${lengthOf(phone.text)}`, quoted(phone.text));
  }
  return [...parts, 'Written with merge fields, the SMS is:', quoted(source)].join('\n\n');
}

const fieldRows = mergeFields.map((field) => {
  const value = sampleValues('nb', page)[field];
  return `| \`[${field}]\` | ${value} |`;
});

const inClock = (instant: string) => `${instant.slice(0, 10)} ${instant.slice(11, 16)}`;
const exampleRows = workedExamples.map((example) => {
  const { sendsAt, expiresAt } = example.times();
  return `| ${example.title} | ${inClock(example.from)} | ${inClock(sendsAt)} | ${inClock(expiresAt)} |`;
});

const fieldNames = languages.map((lang) => {
  const fields = reminderFields[lang].map((name) => `\`[${name}]\``);
  return `| ${names[lang]} | ${fields.join(' | ')} |`;
});

function smsSection(lang: Language): string {
  const rows = SmsType.options.map((type) => {
    const text = withCommonFields(standardSms(type, lang, 'none'), lang);
    const message = compose(
      { subject: null, text, format: 'plain' },
      lang,
      sampleValues(lang, page),
    );
    return [`**${type}**, ${lengthOf(message.text)}`, quoted(message.text)].join('\n\n');
  });
  return [`### ${names[lang]}: Opus SMS`, ...rows].join('\n\n');
}

const sections = languages.map((lang) => {
  const code = standardTexts(lang).code('123456', sampleValues(lang, page).CLINIC_NAME, 10);
  return [
    `## ${names[lang]}`,
    ...MessageEvent.options.map((event) => eventSection(event, lang)),
    `### ${names[lang]}: code`,
    quoted(code),
    smsSection(lang),
  ].join('\n\n');
});

const text = `# Messages to patients

Made by \`npm run messages\` from the source; do not edit.

Patients are told by SMS and by e-mail that an appointment is booked, moved or cancelled, in the language they booked in, and whoever has asked for it that an earlier time is free. An
account may have its own text for each event, channel and language (\`PUT …/message-texts/booked-email-nb\`, see
[api.md](api.md)); without one the standard text below goes out. Texts of codes are the same for every account.

Links stand only where patients can log in and move or cancel themselves; else the text gives the clinic's phone. A link
opens the account's own page and shows and changes nothing by itself.

With an e-mail goes a calendar entry (RFC 5545), which mail programs add, move and take out.

## Merge fields

In square brackets, in any case. A field that does not exist is an error when the text is saved. A field without a value
leaves no hole: the comma before it falls away, and so does a line that says nothing but its label. Month, day, hour and minute
have two digits, by the clinic's clock. In HTML values are escaped, and only the links may stand inside a tag.

| field | for example |
| --- | --- |
${fieldRows.join('\n')}

## Length of an SMS

One part holds 160 septets of GSM-7, each of several parts 153; \`^ { } \\ [ ~ ] | €\` take two. One character outside GSM-7
makes it UCS-2: 70 units, or 67 in each of several parts; an emoji takes two.

Before that, signs that a plain one says as well are made plain: spaces of other widths, typographic quotes, dashes, bullets and the
ellipsis. Letters in pieces are put together, marks that nobody sees fall away.

A test compares encoding, units and parts with \`sms-segments-calculator\` 1.3.0, over thousands of texts and every character of the
basic plane. They are the same but for this:

| | here | there |
| --- | --- | --- |
| a sign of several characters, such as a flag, 👍🏽 or é in two pieces | may lie across two parts, which a phone joins again | moves to the next part whole: at times a part more |
| a sign of more than 67 units (accents heaped on one letter) | as many parts as its units need | counted as if it fitted |
| its “smart” mode: a no-break space, a tab | one space | two spaces, seven spaces: at times a part more |
| letters in pieces: o + ¨, n + ˜ | ö, ñ | stays UCS-2, n~ |
| ½, ÷, full-width letters, ornaments | stay: 1½ would be read as 11/2 | 1/2, /, plain letters, \`*\` |
| no-break hyphen, minus, primes, soft hyphen | plain, or gone | stay UCS-2 |

## Opus SMS

Reminders 1 to 3, a thank-you, and what staff write: texts, hours and to whom are the account's policy (\`PATCH …/reminders\`, see
[api.md](api.md#opus-sms)). Beside the fields above they have four short ones, in any language and any case:

| language | first name | last name | time | clinician |
| --- | --- | --- | --- | --- |
${fieldNames.join('\n')}

The clinician has the title that was consented to; a time is written as the language of the message writes it.

### When a message leaves

A reminder's hours are counted back from the start, a thank-you's forward from the end, minute by minute; minutes of a weekday without
sending, and of a public holiday where the account says so, are not counted. A time in a pause (Saturday, Sunday, night) moves to the pause's end, and where
the message has expired by then, to the last minute before the pause; a thank-you always goes after the visit. What is made late goes at
once, of several late reminders the last. A reminder expires at the start, a thank-you 24 hours after its time, a general message after three days.

These are worked out by the service's own code, by the clock in Oslo, and a test compares them with what somebody worked out by hand:

| example | start, or end of the visit | leaves | expires |
| --- | --- | --- | --- |
${exampleRows.join('\n')}

${sections.join('\n\n')}
`;

const wanted = await format(text, { ...(await resolveConfig(file)), parser: 'markdown' });
if (!process.argv.includes('--check')) {
  writeFileSync(file, wanted);
  console.log(`${file} written`);
} else if (readFileSync(file, 'utf8') !== wanted) {
  console.error(`${file} is not what the source says: run "npm run messages".`);
  process.exit(1);
}
