import type { LoginMessages } from '../login-messages.js';

export const daLogin: LoginMessages = {
  logIn: 'Log ind',
};
