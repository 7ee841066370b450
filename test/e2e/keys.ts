/** The key that signs staff calls of the service that the tests start; it opens nothing else. */
export const operatorKey = 'e2e-operator-key-of-this-test-run-only';
