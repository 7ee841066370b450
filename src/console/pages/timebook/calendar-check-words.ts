/** What working time or preblocks would meet where they are to lie, before they lie there. */
export const calendarCheckWords = {
  meetsOne: [
    'En avtale ligger der det skal ligge. Den blir stående.',
    'En bokning ligger där det ska ligga. Den ligger kvar.',
    'Siellä on yksi varaus. Se pysyy.',
    'En aftale ligger der, hvor det skal ligge. Den bliver stående.',
    'One appointment lies where it is to go. It stays.',
  ],
  meetsMany: [
    '{count} avtaler ligger der det skal ligge. De blir stående.',
    '{count} bokningar ligger där det ska ligga. De ligger kvar.',
    'Siellä on {count} varausta. Ne pysyvät.',
    '{count} aftaler ligger der, hvor det skal ligge. De bliver stående.',
    '{count} appointments lie where it is to go. They stay.',
  ],
  leavesOne: [
    'En avtale blir liggende utenfor.',
    'En bokning blir kvar utanför.',
    'Yksi varaus jää ulkopuolelle.',
    'En aftale bliver liggende udenfor.',
    'One appointment is left outside.',
  ],
  leavesMany: [
    '{count} avtaler blir liggende utenfor.',
    '{count} bokningar blir kvar utanför.',
    '{count} varausta jää ulkopuolelle.',
    '{count} aftaler bliver liggende udenfor.',
    '{count} appointments are left outside.',
  ],
  overlaps: [
    'Der er det arbeidstid fra før, og arbeidstid kan ikke overlappe: {where}',
    'Där finns redan arbetstid, och arbetstid kan inte överlappa: {where}',
    'Siellä on jo työaikaa, eivätkä työajat voi mennä päällekkäin: {where}',
    'Der er arbejdstid i forvejen, og arbejdstid kan ikke overlappe: {where}',
    'There is working time already, and working time cannot overlap: {where}',
  ],
  times: [
    'Blir til {count} i alt.',
    'Blir {count} sammanlagt.',
    'Yhteensä {count}.',
    'Bliver til {count} i alt.',
    'Makes {count} in all.',
  ],
  none: [
    'Ingen dato passer: ingenting blir satt inn.',
    'Inget datum passar: inget läggs in.',
    'Mikään päivä ei sovi: mitään ei lisätä.',
    'Ingen dato passer: intet bliver indsat.',
    'No date fits: nothing will be placed.',
  ],
} as const;
