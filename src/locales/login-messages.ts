/** The words of logging in and of the session (P-33, P-34, P-43): loaded where the account has a way to log in. */
export interface LoginMessages {
  logIn: string;
}
