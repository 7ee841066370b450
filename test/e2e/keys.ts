/** The keys that sign staff calls of the service that the tests start; they open nothing else. */
export const operatorKey = 'e2e-operator-key-of-this-test-run-only';
export const platformKey = 'e2e-platform-key-of-this-test-run-only';
