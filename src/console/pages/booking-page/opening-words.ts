/** The three switches that close the booking page (P-40). */
export const openingWords = {
  newBookingOff: [
    'Nye bestillinger er av',
    'Nya bokningar är av',
    'Uudet varaukset pois päältä',
    'Nye bookinger er slået fra',
    'New booking off',
  ],
  newBookingOffHint: [
    'Pasienter kan ikke bestille nye timer, men se, flytte og avbestille dem de har.',
    'Patienter kan inte boka nya tider, men se, flytta och avboka dem de har.',
    'Potilaat eivät voi varata uusia aikoja, mutta voivat katsoa, siirtää ja perua omiaan.',
    'Patienter kan ikke booke nye tider, men se, flytte og afbestille dem, de har.',
    'Patients cannot book new appointments, but see, move and cancel those they have.',
  ],
  maintenance: ['Vedlikehold', 'Underhåll', 'Huoltokatko', 'Vedligeholdelse', 'Maintenance'],
  maintenanceHint: [
    'Siden sier at den straks er tilbake. Ingen kan bestille eller logge inn så lenge.',
    'Sidan säger att den snart är tillbaka. Ingen kan boka eller logga in under tiden.',
    'Sivu kertoo palaavansa pian. Sillä välin kukaan ei voi varata eikä kirjautua.',
    'Siden siger, at den snart er tilbage. Ingen kan booke eller logge ind imens.',
    'The page says that it will soon be back. Until then nobody can book or log in.',
  ],
  unpublished: [
    'Ikke publisert',
    'Inte publicerad',
    'Ei julkaistu',
    'Ikke offentliggjort',
    'Unpublished',
  ],
  unpublishedHint: [
    'Siden sier at nettbestilling ikke er åpen hos dere.',
    'Sidan säger att webbokningen inte är öppen hos er.',
    'Sivu kertoo, ettei ajanvaraus verkossa ole käytössä.',
    'Siden siger, at onlinebooking ikke er åben hos jer.',
    'The page says that online booking is not open with you.',
  ],
  independent: [
    'Valgene er uavhengige: når vedlikeholdet er slutt, gjelder de andre som før.',
    'Valen är oberoende: när underhållet är slut gäller de andra som förut.',
    'Valinnat ovat toisistaan riippumattomia: kun huoltokatko päättyy, muut ovat voimassa kuten ennen.',
    'Valgene er uafhængige: når vedligeholdelsen er slut, gælder de andre som før.',
    'The switches are independent: once maintenance ends, the others hold as before.',
  ],
  now: [
    'Nå møter pasienten:',
    'Nu möter patienten:',
    'Potilas näkee nyt:',
    'Nu møder patienten:',
    'Patients now meet:',
  ],
  isOpen: ['En åpen side', 'En öppen sida', 'Avoin sivu', 'En åben side', 'An open page'],
} as const;
