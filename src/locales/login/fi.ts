import type { LoginMessages } from '../login-messages.js';

export const fiLogin: LoginMessages = {
  logIn: 'Kirjaudu sisään',
};
