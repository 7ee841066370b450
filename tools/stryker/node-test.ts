// What the tests of service/core use of node:test, by vitest's names.
export {
  afterAll as after,
  afterEach,
  beforeAll as before,
  beforeEach,
  describe,
  it,
  it as test,
} from 'vitest';
