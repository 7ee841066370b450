import { expect } from '@open-wc/testing';
import { clinicPhoneText, clinicPhoneUrl } from '../../src/domain/clinic-phone.js';
import { treatmentName } from '../../src/domain/treatment-name.js';

describe('clinicPhoneText', () => {
  for (const [phone, text, url] of [
    ['66776040', '66 77 60 40', 'tel:66776040'],
    ['+4766776040', '+47 66 77 60 40', 'tel:+4766776040'],
    ['+47 66776040', '+47 66 77 60 40', 'tel:+4766776040'],
    ['66 77 60 40', '66 77 60 40', 'tel:66776040'],
    ['08-123 456 78', '08-123 456 78', 'tel:0812345678'],
    ['+358 9 1234567', '+358 9 1234567', 'tel:+35891234567'],
  ] as const) {
    it(`[P-17] reads ${phone} as ${text} and calls ${url}`, () => {
      expect(clinicPhoneText(phone).replaceAll('\u00a0', ' ')).to.equal(text);
      expect(clinicPhoneUrl(phone)).to.equal(url);
    });
  }
});

describe('treatmentName', () => {
  for (const [stored, shown] of [
    ['- Undersøkelse', 'Undersøkelse'],
    ['– Bleking', 'Bleking'],
    ['Puss - og rens', 'Puss - og rens'],
    ['-30 % bleking', '-30 % bleking'],
  ] as const) {
    it(`[P-46] shows "${stored}" as "${shown}"`, () => {
      expect(treatmentName(stored)).to.equal(shown);
    });
  }
});
