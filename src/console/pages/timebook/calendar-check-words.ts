/** What working time or preblocks would meet where they are to lie, before they lie there. */
export const calendarCheckWords = {
  meetsOne: [
    'Det ligger en avtale i tidsrommet. Den blir stående.',
    'Det ligger en bokning i tidsrummet. Den ligger kvar.',
    'Ajalla on yksi varaus. Se pysyy.',
    'Der ligger en aftale i tidsrummet. Den bliver stående.',
    'There is one appointment in this time. It stays.',
  ],
  meetsMany: [
    'Det ligger {count} avtaler i tidsrommet. De blir stående.',
    'Det ligger {count} bokningar i tidsrummet. De ligger kvar.',
    'Ajalla on {count} varausta. Ne pysyvät.',
    'Der ligger {count} aftaler i tidsrummet. De bliver stående.',
    'There are {count} appointments in this time. They stay.',
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
    'Det er arbeidstid her fra før, og arbeidstid kan ikke overlappe. {where}',
    'Här finns redan arbetstid, och arbetstid kan inte överlappa. {where}',
    'Tässä on jo työaikaa, eivätkä työajat voi mennä päällekkäin. {where}',
    'Der er arbejdstid her i forvejen, og arbejdstid kan ikke overlappe. {where}',
    'There is working time here already, and working time cannot overlap. {where}',
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
