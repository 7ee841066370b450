import type { LoginMessages } from '../login-messages.js';

export const svLogin: LoginMessages = {
  logIn: 'Logga in',
};
