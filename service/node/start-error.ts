/** Why the service cannot start, in words for its operator; any other error is a fault in the code. */
export class StartError extends Error {
  override readonly name = 'StartError';
}
