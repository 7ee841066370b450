import type { LoginMessages } from '../login-messages.js';

export const nbLogin: LoginMessages = {
  logIn: 'Logg inn',
};
