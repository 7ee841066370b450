import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkOrigins, isOriginListed, originProblem } from '../../../service/core/web-origin.js';

describe('origins that may call with a session', () => {
  it('[N-04] are those of HTTPS, and of the machine itself', () => {
    for (const origin of [
      'https://clinic.example',
      'https://www.clinic.example:8443',
      'https://xn--tannlegebergstrm-pxb.no',
      'https://192.0.2.1',
      'http://localhost:4310',
      'http://opusdentalklinikken.localhost:4310',
      'http://127.0.0.1:8080',
      'http://[::1]:8080',
    ]) {
      assert.equal(originProblem(origin), undefined, origin);
    }
  });

  it('[N-04] are just what browsers send in `Origin`', () => {
    for (const text of [
      'null',
      '*',
      '',
      'https://',
      'https://*',
      'https://*.clinic.example',
      'https://clinic.example/',
      'https://clinic.example/booking',
      'https://clinic.example?x',
      'https://clinic.example#x',
      'https://clinic.example:443',
      'https://user@clinic.example',
      'https://Clinic.example',
      'HTTPS://clinic.example',
      ' https://clinic.example',
      'https://clinic.example\n',
      'https:/clinic.example',
      'https://tannlegebergstrøm.no',
      'clinic.example',
      '//clinic.example',
      'javascript:x',
      'data:text/html,x',
      'file://',
      'blob:https://clinic.example/x',
      'wss://clinic.example',
      'chrome-extension://abcdefghijklmnop',
    ]) {
      assert.equal(originProblem(text), 'origin', text);
    }
  });

  it('[N-04] are not those of plain HTTP, where others read along', () => {
    for (const text of [
      'http://clinic.example',
      'http://192.168.1.5',
      'http://localhost.example',
      'http://127.0.0.1.example',
      'http://evil-localhost',
    ]) {
      assert.equal(originProblem(text), 'https', text);
    }
  });

  it('[N-04] are named by their place', () => {
    assert.deepEqual(checkOrigins(['https://a.example', '*', 'http://b.example']), [
      { path: 'allowedOrigins.1', code: 'origin' },
      { path: 'allowedOrigins.2', code: 'https' },
    ]);
  });

  it('[N-04] `null` counts for nothing where it was stored before it was refused', () => {
    assert.equal(isOriginListed(['null', '*'], 'null'), false);
    assert.equal(isOriginListed(['null', 'https://a.example'], 'https://a.example'), true);
  });
});
