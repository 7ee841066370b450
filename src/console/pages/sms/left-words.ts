/** Why somebody gets no message. */
export const leftWords = {
  mobile: ['uten mobil', 'utan mobil', 'ei matkapuhelinta', 'uden mobil', 'no mobile'],
  wish: [
    'vil ikke ha SMS',
    'vill inte ha sms',
    'ei halua tekstiviestejä',
    'vil ikke have sms',
    'wants no SMS',
  ],
  refused: [
    'nummeret har svart STOPP',
    'numret har svarat STOPP',
    'numero vastasi STOP',
    'nummeret har svaret STOP',
    'the number has said STOP',
  ],
  same: [
    'samme mobil som en annen',
    'samma mobil som en annan',
    'sama puhelin kuin toisella',
    'samme mobil som en anden',
    'same mobile as another',
  ],
  gone: [
    'finnes ikke lenger',
    'finns inte längre',
    'ei enää ole',
    'findes ikke længere',
    'not there any more',
  ],
  past: [
    'timen er forbi',
    'tiden är förbi',
    'aika on mennyt',
    'tiden er forbi',
    'the appointment is past',
  ],
} as const;
