/** Leaving single dates out of what repeats. */
export const exceptionWords = {
  except: ['Unntatt', 'Utom', 'Paitsi', 'Undtagen', 'Except'],
  leaveOut: ['Utelat datoen', 'Uteslut datumet', 'Jätä pois', 'Udelad datoen', 'Leave it out'],
  takeBack: [
    'Ta med {day} likevel',
    'Ta med {day} ändå',
    'Ota {day} sittenkin mukaan',
    'Tag {day} med alligevel',
    'Keep {day} after all',
  ],
} as const;
