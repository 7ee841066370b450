/** Words of the clinic's own websites. */
export const websitesWords = {
  title: [
    'Egne nettsider',
    'Egna webbplatser',
    'Omat verkkosivut',
    'Egne hjemmesider',
    'Own websites',
  ],
  lead: [
    'På disse nettsidene kan pasientene logge inn i bookingen, og bookingen kan stå i en ramme. Uten dem får pasientene en lenke til bookingsiden for å logge inn.',
    'På de här webbplatserna kan patienterna logga in i bokningen, och bokningen kan stå i en ram. Utan dem får patienterna en länk till bokningssidan för att logga in.',
    'Näillä sivustoilla potilaat voivat kirjautua ajanvaraukseen, ja ajanvaraus voi olla kehyksessä. Muualla potilaat saavat kirjautumista varten linkin ajanvaraussivulle.',
    'På disse hjemmesider kan patienterne logge ind i bookingen, og bookingen kan stå i en ramme. Uden dem får patienterne et link til bookingsiden for at logge ind.',
    'On these websites patients can log in within the booking, and the booking may stand in a frame. Elsewhere they get a link to the booking page for logging in.',
  ],
  origins: [
    'Adresser, én per linje',
    'Adresser, en per rad',
    'Osoitteet, yksi riville',
    'Adresser, én pr. linje',
    'Addresses, one a line',
  ],
  hint: [
    'Fra https:// til første skråstrek. Med og uten www er to adresser.',
    'Från https:// till första snedstrecket. Med och utan www är två adresser.',
    'Alkaen https:// ensimmäiseen vinoviivaan asti. Osoite www-alulla ja ilman ovat kaksi eri osoitetta.',
    'Fra https:// til første skråstreg. Med og uden www er to adresser.',
    'From https:// to the first slash. With and without www are two addresses.',
  ],
  origin: [
    'En av adressene er ikke på formen https://www.example.com, uten skråstrek eller noe etter.',
    'En av adresserna har inte formen https://www.example.com, utan snedstreck eller något efter.',
    'Jokin osoitteista ei ole muotoa https://www.example.com ilman vinoviivaa tai muuta sen jälkeen.',
    'En af adresserne har ikke formen https://www.example.com, uden skråstreg eller noget efter.',
    'One of the addresses is not of the form https://www.example.com, without a slash or anything after it.',
  ],
  https: [
    'En av adressene begynner ikke med https://. Uten kan andre lese med.',
    'En av adresserna börjar inte med https://. Utan det kan andra läsa med.',
    'Jokin osoitteista ei ala https://. Ilman sitä muut voivat lukea mukana.',
    'En af adresserne begynder ikke med https://. Uden kan andre læse med.',
    'One of the addresses does not begin with https://. Without it others can read along.',
  ],
} as const;
