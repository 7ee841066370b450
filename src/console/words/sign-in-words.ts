/** Signing in at a chain's provider, and by what an e-mail brings (C-02). */
export const signInWords = {
  ofProvider: [
    '{email} logger inn med {name}.',
    '{email} loggar in med {name}.',
    'Osoitteella {email} kirjaudutaan palvelussa {name}.',
    '{email} logger ind med {name}.',
    '{email} signs in with {name}.',
  ],
  signInWith: [
    'Logg inn med {name}',
    'Logga in med {name}',
    'Kirjaudu: {name}',
    'Log ind med {name}',
    'Sign in with {name}',
  ],
  codeInstead: [
    'Send en kode på e-post i stedet',
    'Skicka en kod med e-post i stället',
    'Lähetä sen sijaan koodi sähköpostiin',
    'Send en kode på e-mail i stedet',
    'Send a code by e-mail instead',
  ],
} as const;

/** Why somebody who came by a link or from a provider is not signed in. */
export const arrivalWords = {
  invitation: [
    'Denne invitasjonen er brukt eller gjelder ikke lenger. Logg inn med e-postadressen din, eller be om en ny invitasjon.',
    'Den här inbjudan är använd eller gäller inte längre. Logga in med din e-postadress, eller be om en ny inbjudan.',
    'Tämä kutsu on käytetty tai se ei ole enää voimassa. Kirjaudu sähköpostiosoitteellasi tai pyydä uusi kutsu.',
    'Denne invitation er brugt eller gælder ikke længere. Log ind med din e-mailadresse, eller bed om en ny invitation.',
    'This invitation has been used or is no longer valid. Sign in with your e-mail address, or ask for a new invitation.',
  ],
  unknown: [
    'Innloggingen ga en adresse som ikke hører til noen hos klinikken. Be klinikkens eier eller administrator om å legge deg til.',
    'Inloggningen gav en adress som inte tillhör någon på kliniken. Be klinikens ägare eller administratör att lägga till dig.',
    'Kirjautuminen antoi osoitteen, joka ei kuulu kenellekään klinikan henkilökunnasta. Pyydä klinikan omistajaa tai ylläpitäjää lisäämään sinut.',
    'Loginnet gav en adresse, som ikke hører til nogen på klinikken. Bed klinikkens ejer eller administrator om at tilføje dig.',
    'The sign-in gave an address that belongs to nobody at the clinic. Ask the clinic’s owner or an administrator to add you.',
  ],
  cancelled: [
    'Innloggingen ble avbrutt. Prøv igjen, eller logg inn på en annen måte.',
    'Inloggningen avbröts. Försök igen, eller logga in på ett annat sätt.',
    'Kirjautuminen keskeytettiin. Yritä uudelleen tai kirjaudu toisella tavalla.',
    'Loginnet blev afbrudt. Prøv igen, eller log ind på en anden måde.',
    'The sign-in was cancelled. Try again, or sign in another way.',
  ],
  failed: [
    'Innloggingen virket ikke. Prøv igjen, eller logg inn på en annen måte.',
    'Inloggningen fungerade inte. Försök igen, eller logga in på ett annat sätt.',
    'Kirjautuminen ei onnistunut. Yritä uudelleen tai kirjaudu toisella tavalla.',
    'Loginnet virkede ikke. Prøv igen, eller log ind på en anden måde.',
    'The sign-in did not work. Try again, or sign in another way.',
  ],
} as const;
