/** The look of the demo's inbox. */
export const inboxStyles = `
:root { color-scheme: light; font: 16px/1.5 system-ui, sans-serif; color: #1f2a2e; background: #f5f7f6; }
* { box-sizing: border-box; }
body { max-inline-size: 64rem; margin: 0 auto; padding: 2.5rem 1.25rem 4rem; }
h1 { font-size: 1.5rem; font-weight: 650; margin: 0; }
header p { color: #56666b; margin: .25rem 0 2rem; max-inline-size: 42rem; }
a { color: #0f5f57; }
.empty { background: #fff; border: 1px dashed #c5d1ce; border-radius: 12px; padding: 2rem; text-align: center; color: #56666b; }
.columns { display: grid; grid-template-columns: minmax(0, 19rem) minmax(0, 1fr); gap: 2rem; align-items: start; }
.phones { list-style: none; margin: 0; padding: 0; }
.phones a { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0 .75rem; padding: .75rem 1rem; border-radius: 10px; color: inherit; text-decoration: none; }
.phones a:hover { background: #eaf0ee; }
.phones a:focus-visible, button:focus-visible, textarea:focus-visible { outline: 2px solid #0f5f57; outline-offset: 2px; }
.phones a[aria-current] { background: #fff; box-shadow: 0 0 0 1px #dfe6e4; }
.to { font-weight: 600; overflow-wrap: anywhere; } .quiet { color: #56666b; font-size: .875rem; }
.last { grid-column: 1 / -1; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
.thread { background: #fff; border: 1px solid #dfe6e4; border-radius: 16px; padding: 1.5rem; min-inline-size: 0; }
.thread > header { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; gap: 0 1rem; border-block-end: 1px solid #e7edeb; margin-block-end: 1.25rem; padding-block-end: .75rem; }
.thread h2 { font-size: 1.125rem; margin: 0; overflow-wrap: anywhere; }
.thread > header p { margin: 0; }
.lines { list-style: none; margin: 0; padding: 0; display: grid; gap: .75rem; }
.line { max-inline-size: min(34rem, 85%); justify-self: start; }
.line.out { justify-self: end; }
.bubble { background: #eef2f1; border-radius: 4px 16px 16px 16px; padding: .6rem .9rem; overflow-wrap: anywhere; }
.text { white-space: pre-line; }
.out .bubble { background: #0f5f57; color: #fff; border-radius: 16px 4px 16px 16px; }
.bubble h3 { font-size: 1rem; margin: 0 0 .25rem; } .bubble p { margin: 0; } .bubble .with { margin-block-start: .5rem; }
.line .quiet { margin: .2rem .25rem 0; } .out .quiet { text-align: end; }
.wrong { color: #9c2f1d; }
.answer { margin-block-start: 1.25rem; border-block-start: 1px solid #e7edeb; padding-block-start: 1rem; }
.quick { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; }
.quick form { margin: 0; }
button { font: inherit; font-weight: 550; min-block-size: 44px; padding: .4rem 1.1rem; color: #0f5f57; background: #fff; border: 1px solid #9fb8b3; border-radius: 999px; cursor: pointer; }
button:hover { background: #eef5f3; }
button.main { color: #fff; background: #0f5f57; border-color: #0f5f57; } button.main:hover { background: #0b4a44; }
textarea { display: block; inline-size: 100%; font: inherit; padding: .6rem .8rem; border: 1px solid #9fb0ac; border-radius: 10px; margin-block: .25rem .75rem; }
label { font-weight: 550; }
.back { display: none; }
@media (max-width: 47rem) {
  body { padding-block-start: 1.5rem; }
  .columns { grid-template-columns: minmax(0, 1fr); }
  body:has(.chosen) > header p { display: none; } .columns { gap: 1rem; }
  .chosen nav { display: none; } .chosen .back { display: inline-block; margin-block-end: .75rem; }
  .thread { padding: 1.1rem; }
}
`;
