// What the tests of src/domain use of @open-wc/testing, which needs a browser.
import { chai } from 'vitest';

export const { expect } = chai;
