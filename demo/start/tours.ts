/** What a sample account shows. */
interface Tour {
  account: string;
  name: string;
  country: string;
  note: string;
}

/** The sample accounts as the start page introduces them. */
export const tours: readonly Tour[] = [
  {
    account: 'opusdentalklinikken',
    name: 'Opus Dental Klinikken',
    country: 'Norway · Norsk, English',
    note: 'Three clinics, one of them in a group, four clinicians, and a code by SMS at the end.',
  },
  {
    account: 'kodefri',
    name: 'Tannlege Wildahl',
    country: 'Norway · Norsk, English',
    note: 'One clinic, one clinician and no code: the shortest way to a time.',
  },
  {
    account: 'kjeden',
    name: 'Tannkjeden',
    country: 'Norway · Norsk, English',
    note: 'A chain: 60 clinics in 8 regions, 300 clinicians, 12 treatments, weekends too.',
  },
  {
    account: 'opustandlakarna',
    name: 'OpusTandläkarna',
    country: 'Sweden · Svenska, English',
    note: 'Swedish personal identity numbers and texts.',
  },
  {
    account: 'demoklinikka',
    name: 'Demoklinikka',
    country: 'Finland · Suomi, Svenska, English',
    note: 'Two clinics, one hour ahead of the others, and a campaign code.',
  },
  {
    account: 'aldente',
    name: 'al dente Tandklinik',
    country: 'Denmark · Dansk, English',
    note: 'Lead times, a least time between offered times, and who takes new patients.',
  },
];

/** Example pages of `demo/examples/html`, as the start page names them. */
export const examples: readonly { readonly file: string; readonly name: string }[] = [
  { file: 'inline.html', name: 'inside the page' },
  { file: 'button.html', name: 'buttons' },
  { file: 'floating.html', name: 'a floating button' },
  { file: 'frame.html', name: 'a frame' },
];
