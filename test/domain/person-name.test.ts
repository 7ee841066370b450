import { expect } from '@open-wc/testing';
import { parsePersonName } from '../../src/domain/person-name.js';

describe('name of a person', () => {
  for (const [text, name] of [
    ['Kari', 'Kari'],
    ['  Anne   Grethe ', 'Anne Grethe'],
    ['Åse-Marie', 'Åse-Marie'],
    ['A\u030ase', 'Åse'],
    ["O'Brien", "O'Brien"],
    ['D’Angelo', 'D’Angelo'],
    ['von der Lühe jr.', 'von der Lühe jr.'],
    ['’t Hooft', '’t Hooft'],
    ['Ma‘alona', 'Ma‘alona'],
    ['Kaʻahumanu', 'Kaʻahumanu'],
    ['René', 'René'],
    ['Bjørnstjerne', 'Bjørnstjerne'],
    ['Sáŋŋá-Áhčči Đávvel Ŧŋ', 'Sáŋŋá-Áhčči Đávvel Ŧŋ'],
    ['Ánte Ǯuolla', 'Ánte Ǯuolla'],
    ['Þóra Ægisdóttir', 'Þóra Ægisdóttir'],
    ['Nguyễn Thị', 'Nguyễn Thị'],
    ['กมลา', 'กมลา'],
    ['Łukasz', 'Łukasz'],
    ['Ольга', 'Ольга'],
    ['محمد', 'محمد'],
    ['علی‌رضا', 'علی‌رضا'],
    ['李', '李'],
    ['शर्मा', 'शर्मा'],
    ['Y', 'Y'],
    ['Kari\u200b', 'Kari'],
    ['\ufeffKari', 'Kari'],
    ['Ka\u00adri', 'Kari'],
    ['\u2067محمد\u2069', 'محمد'],
    ['\u200eOla\u200f \u202aNordmann\u202c', 'Ola Nordmann'],
    ['Anna\ufe0f', 'Anna'],
    ['Anna\u034f', 'Anna'],
    ['علی\u200cرضا', 'علی\u200cرضا'],
    ['श्\u200dर', 'श्\u200dर'],
    ['علی\u200c', 'علی'],
    ['\u200dOla\u200d Nordmann', 'Ola Nordmann'],
    ['علی\u200b\u200cرضا', 'علی\u200cرضا'],
    [`${'a'.repeat(100)}\u200b`, 'a'.repeat(100)],
    ['a'.repeat(100), 'a'.repeat(100)],
  ] as const) {
    it(`[P-25] takes "${text.slice(0, 20)}"`, () => {
      expect(parsePersonName(text)).to.deep.equal({ ok: true, value: { name } });
    });
  }

  for (const [text, reason] of [
    ['', 'empty'],
    [' \t ', 'empty'],
    ['\u200b\u2060', 'empty'],
    ['-', 'characters'],
    ["'", 'characters'],
    ["''", 'characters'],
    ['Kari1', 'characters'],
    ['Kari <b>', 'characters'],
    ['kari@example.no', 'characters'],
    ['Kari\u0000', 'characters'],
    ['Kari 😀', 'characters'],
    ['a'.repeat(101), 'length'],
  ] as const) {
    it(`[P-25] refuses ${JSON.stringify(text.slice(0, 20))}: ${reason}`, () => {
      expect(parsePersonName(text)).to.deep.equal({ ok: false, reason });
    });
  }
});
