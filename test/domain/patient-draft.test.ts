import { expect } from '@open-wc/testing';
import {
  bookingDetailsOf,
  checkDraft,
  checkDraftField,
  draftFieldsOf,
  draftProblemsOf,
  emptyDraft,
  standardDraftSettings,
  type DraftRules,
  type DraftSettings,
} from '../../src/domain/patient-draft.js';
import { filledDraft, today } from '../../stories/fixtures/patient.js';

const everything: DraftSettings = {
  fields: {
    address1: true,
    address2: true,
    postalCode: true,
    mobile: true,
    email: true,
    campaignCode: true,
  },
  patientMessage: true,
};
const nothing: DraftSettings = {
  fields: {
    address1: false,
    address2: false,
    postalCode: false,
    mobile: false,
    email: false,
    campaignCode: false,
  },
  patientMessage: false,
};
const rules = (settings: DraftSettings): DraftRules => ({ market: 'NO', settings, today });

describe('patient draft', () => {
  it('[P-25] shows the fields of all switches in three groups, in the order of the manual', () => {
    const fields = draftFieldsOf(everything).map(
      ({ group, name, required }) => `${group} ${name}${required ? ' *' : ''}`,
    );
    expect(fields).to.deep.equal([
      'person firstName *',
      'person lastName *',
      'person nationalId *',
      'person message',
      'contact email *',
      'contact mobile *',
      'contact campaignCode',
      'address address1 *',
      'address address2',
      'address postalCode *',
    ]);
  });

  it('[P-25] always asks first name, last name and national ID', () => {
    expect(draftFieldsOf(nothing).map(({ name }) => name)).to.deep.equal([
      'firstName',
      'lastName',
      'nationalId',
    ]);
  });

  it('[P-25] has mobile and e-mail on by default', () => {
    expect(draftFieldsOf(standardDraftSettings).map(({ name }) => name)).to.deep.equal([
      'firstName',
      'lastName',
      'nationalId',
      'email',
      'mobile',
    ]);
  });

  for (const [field, name] of [
    ['address1', 'address1'],
    ['address2', 'address2'],
    ['postalCode', 'postalCode'],
    ['mobile', 'mobile'],
    ['email', 'email'],
    ['campaignCode', 'campaignCode'],
  ] as const) {
    it(`[P-25] shows ${name} by its own switch alone`, () => {
      const settings = { ...nothing, fields: { ...nothing.fields, [field]: true } };
      expect(draftFieldsOf(settings).map((each) => each.name)).to.deep.equal([
        'firstName',
        'lastName',
        'nationalId',
        name,
      ]);
    });
  }

  it('[P-29] finds what is missing in the order of the form, the consent last', () => {
    const problems = checkDraft(emptyDraft, rules(everything));
    expect(problems.map(({ field, code }) => `${field} ${code}`)).to.deep.equal([
      'firstName empty',
      'lastName empty',
      'nationalId empty',
      'email empty',
      'mobile empty',
      'address1 empty',
      'postalCode empty',
      'consent empty',
    ]);
  });

  it('[P-29] lets a filled form pass', () => {
    expect(checkDraft(filledDraft, rules(everything))).to.deep.equal([]);
  });

  it('[P-28] does not let a form pass without consent', () => {
    const problems = checkDraft({ ...filledDraft, consent: false }, rules(everything));
    expect(problems).to.deep.equal([{ field: 'consent', code: 'empty' }]);
  });

  it('[P-25] never complains of a field that is not shown', () => {
    const draft = { ...filledDraft, postalCode: 'nonsense', mobile: 'nonsense' };
    expect(checkDraft(draft, rules(nothing))).to.deep.equal([]);
  });

  it('[P-26] says how the national ID is wrong, by the clinic’s date', () => {
    const check = (nationalId: string) =>
      checkDraftField({ ...filledDraft, nationalId }, 'nationalId', rules(everything));
    expect(check('198476-00031')).to.equal(undefined);
    expect(check('198476-00032')).to.equal('checksum');
    expect(check('320176-00031')).to.equal('date');
    expect(check('1984')).to.equal('length');
  });

  it('[P-25] tells a message that is too long, and does not cut it', () => {
    const message = 'x'.repeat(1001);
    expect(checkDraftField({ ...filledDraft, message }, 'message', rules(everything))).to.equal(
      'length',
    );
    expect(
      checkDraftField({ ...filledDraft, message: message.slice(1) }, 'message', rules(everything)),
    ).to.equal(undefined);
  });

  it('[P-25] takes an e-mail address with letters beyond ASCII before the @ only where the service can send there', () => {
    const problemOf = (email: string, utf8Email?: boolean) =>
      checkDraftField({ ...filledDraft, email }, 'email', rules({ ...everything, utf8Email }));
    expect(problemOf('bjørn@example.no')).to.equal('letters');
    expect(problemOf('bjørn@example.no', false)).to.equal('letters');
    expect(problemOf('bjørn@example.no', true)).to.equal(undefined);
    expect(problemOf('用户@example.no')).to.equal('letters');
    // A domain has an ASCII form for every server.
    expect(problemOf('bjorn@blåbær.example')).to.equal(undefined);
  });

  it('[P-25] sends texts without invisible characters, a message as it is', () => {
    const draft = {
      ...filledDraft,
      campaignCode: 'HØST\u200b26',
      address1: '\u200eStorgata\u00ad 1',
      message: 'Takk 👩\u200d⚕️',
    };
    const details = bookingDetailsOf(draft, rules(everything));
    expect(details.campaignCode).to.equal('HØST26');
    expect(details.patient.address1).to.equal('Storgata 1');
    expect(details.message).to.equal('Takk 👩\u200d⚕️');
    expect(
      checkDraftField({ ...draft, address1: '\u200b' }, 'address1', rules(everything)),
    ).to.equal('empty');
  });

  it('[P-25] sends IDs, numbers and names in their one form', () => {
    const draft = {
      ...filledDraft,
      firstName: ' O\u00adla ',
      email: 'Ola@EXAMPLE.com',
      postalCode: 'N-34 30',
      campaignCode: ' 1234 ',
    };
    expect(bookingDetailsOf(draft, rules(everything))).to.deep.equal({
      patient: {
        firstName: 'Ola',
        lastName: 'Nordmann',
        nationalId: '19847600031',
        email: 'Ola@example.com',
        mobile: '+4741234567',
        address1: 'Bankveien 1',
        postalCode: '3430',
      },
      message: 'Jeg har tannskrekk og trenger mye bedøvelse.',
      campaignCode: '1234',
    });
  });

  it('[P-25] sends what is wrong as it was typed, for the service to judge', () => {
    const draft = { ...filledDraft, lastName: ' Nordm4nn ', postalCode: ' SE-123 45 ' };
    expect(checkDraft(draft, rules(everything))).to.deep.equal([
      { field: 'lastName', code: 'characters' },
      { field: 'postalCode', code: 'country' },
    ]);
    const { lastName, postalCode } = bookingDetailsOf(draft, rules(everything)).patient;
    expect([lastName, postalCode]).to.deep.equal(['Nordm4nn', 'SE-123 45']);
    expect(
      checkDraftField({ ...draft, campaignCode: '4'.repeat(99) }, 'campaignCode', rules(nothing)),
    ).to.equal(undefined);
  });

  it('[P-25] sends no field that the account does not ask for', () => {
    expect(bookingDetailsOf(filledDraft, rules(nothing))).to.deep.equal({
      patient: { firstName: 'Ola', lastName: 'Nordmann', nationalId: '19847600031' },
    });
  });

  it('[P-29] takes the service’s problems into the form’s order and leaves out what is no field', () => {
    expect(
      draftProblemsOf([
        { path: 'consent.version', code: 'unknown' },
        { path: 'hold', code: 'length' },
        { path: 'message', code: 'length' },
        { path: 'patient.nationalId', code: 'checksum' },
        { path: 'patient.firstName', code: 'blocked' },
      ]),
    ).to.deep.equal([
      { field: 'firstName', code: 'blocked' },
      { field: 'nationalId', code: 'checksum' },
      { field: 'message', code: 'length' },
      { field: 'consent', code: 'unknown' },
    ]);
  });
});
