import type { CodeRequest } from '../../src/contract/index.js';
import { parseCode } from '../../src/domain/confirmation-code.js';
import { invalid } from '../context/problem.js';

/** The six digits of a code as it was typed (P-31); throws `invalid` where there are not six. */
export function typedCode(body: CodeRequest): string {
  const code = parseCode(body.code);
  if (code === undefined) throw invalid({ path: 'code', code: 'format' });
  return code;
}
