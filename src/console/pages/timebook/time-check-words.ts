/** What stands against an appointment's time, and what somebody says yes to all the same. */
export const timeCheckWords = {
  taken: [
    'Opptatt: {times}. Velg en annen tid.',
    'Upptaget: {times}. Välj en annan tid.',
    'Varattu: {times}. Valitse toinen aika.',
    'Optaget: {times}. Vælg en anden tid.',
    'Taken: {times}. Choose another time.',
  ],
  noResource: [
    'Ingen ledig ressurs som behandlingen trenger.',
    'Ingen ledig resurs som behandlingen behöver.',
    'Hoidon tarvitsemaa resurssia ei ole vapaana.',
    'Ingen ledig ressource, som behandlingen kræver.',
    'No resource that the treatment needs is free.',
  ],
  notWorked: [
    'Utenfor arbeidstiden.',
    'Utanför arbetstiden.',
    'Työajan ulkopuolella.',
    'Uden for arbejdstiden.',
    'Outside working time.',
  ],
  preblocked: [
    'En preblokkering som ikke kan omgås, er holdt av til andre behandlinger.',
    'En preblockering som inte får förbigås är reserverad för andra behandlingar.',
    'Preblock, jota ei saa ohittaa, on varattu muille hoidoille.',
    'En præblokering, der ikke kan omgås, er holdt til andre behandlinger.',
    'A preblock that may not be bypassed keeps the time for other treatments.',
  ],
  preblockedYes: [
    'Book over preblokkeringen',
    'Boka över preblockeringen',
    'Varaa preblockin päälle',
    'Book hen over præblokeringen',
    'Book over the preblock',
  ],
  'outside-preblock': [
    'Dagen har preblokkeringer for behandlingen, og tiden ligger utenfor dem.',
    'Dagen har preblockeringar för behandlingen, och tiden ligger utanför dem.',
    'Päivällä on hoidolle preblockeja, ja aika on niiden ulkopuolella.',
    'Dagen har præblokeringer til behandlingen, og tiden ligger uden for dem.',
    'The day has preblocks for the treatment, and the time is outside of them.',
  ],
  'deadline-passed': [
    'Fristen for å flytte eller avbestille er passert.',
    'Tidsgränsen för att flytta eller avboka har passerat.',
    'Siirtämisen ja peruuttamisen määräaika on ohi.',
    'Fristen for at flytte eller aflyse er overskredet.',
    'The deadline for moving and cancelling has passed.',
  ],
  'deadline-passedYes': [
    'Flytt eller avbestill likevel',
    'Flytta eller avboka ändå',
    'Siirrä tai peru silti',
    'Flyt eller aflys alligevel',
    'Move or cancel all the same',
  ],
} as const;
