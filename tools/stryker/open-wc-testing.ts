// What the tests of src/domain use of @open-wc/testing, which needs a browser.
export { expect } from 'chai';
