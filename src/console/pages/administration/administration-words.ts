/** The sections of the administration. */
export const administrationWords = {
  title: ['Administrasjon', 'Administration', 'Hallinta', 'Administration', 'Administration'],
  sections: [
    'Deler av administrasjonen',
    'Delar av administrationen',
    'Hallinnan osat',
    'Dele af administrationen',
    'Parts of the administration',
  ],
  status: ['Status', 'Status', 'Tila', 'Status', 'Status'],
  staff: ['Personalet', 'Personalen', 'Henkilökunta', 'Personalet', 'Staff'],
  logins: ['Innlogging', 'Inloggning', 'Kirjautuminen', 'Login', 'Sign-in'],
  keys: ['API-nøkler', 'API-nycklar', 'API-avaimet', 'API-nøgler', 'API keys'],
  rules: [
    'Timebok og oppbevaring',
    'Tidbok och lagring',
    'Ajanvarauskirja ja säilytys',
    'Aftalebog og opbevaring',
    'Timebook and retention',
  ],
  history: ['Historikk', 'Historik', 'Historia', 'Historik', 'History'],
  exchange: [
    'Eksport og import',
    'Export och import',
    'Vienti ja tuonti',
    'Eksport og import',
    'Export and import',
  ],
  embed: [
    'Kode til nettside',
    'Kod till webbplats',
    'Upotuskoodi',
    'Kode til hjemmeside',
    'Embed code',
  ],
} as const;
