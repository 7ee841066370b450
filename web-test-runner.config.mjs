// web-test-runner reads no TypeScript by itself: see tools/unit-tests.config.ts.
import { tsImport } from 'tsx/esm/api';

const config = await tsImport('./tools/unit-tests.config.ts', import.meta.url);
export default config.default;
