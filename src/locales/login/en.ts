import type { LoginMessages } from '../login-messages.js';

export const enLogin: LoginMessages = {
  logIn: 'Log in',
};
