import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { tighten } from '../../tools/tight-templates.mjs';

describe('tight templates', () => {
  it('keeps what CSS means', () => {
    const css = `
      /* why */
      :host {
        inline-size: calc(1px + 2px);
        font: 1rem / 1.5 sans-serif;
      }
      .a > .b,
      .a .b {
        color: red;
      }
      @container (width > 40rem) {
        .a :is(.b, .c):hover {
          margin: -1px 0 auto;
        }
      }`;
    assert.equal(
      tighten('css', css).trim(),
      ':host{inline-size:calc(1px + 2px);font:1rem / 1.5 sans-serif}.a>.b,.a .b{color:red}' +
        '@container (width>40rem){.a :is(.b,.c):hover{margin:-1px 0 auto}}',
    );
  });

  it('leaves quoted text of CSS alone', () => {
    assert.equal(
      tighten('css', "a::after { content: ' ; b: c '; }"),
      "a::after{content:' ; b: c '}",
    );
  });

  it('keeps one space between the words of markup', () => {
    assert.equal(
      tighten('html', '<p\n  class="a">\n  one two\n</p>'),
      '<p class="a"> one two </p>',
    );
  });

  it('leaves no space before the end of a tag, but before one that closes itself', () => {
    assert.equal(tighten('html', ' class="a"\n>one</p\n><br\n/>'), ' class="a">one</p><br />');
  });
});
