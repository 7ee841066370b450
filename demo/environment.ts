import { readEnvironment, readNumber } from '../service/node/environment.js';
import type { Environment, Variables } from '../service/node/environment.js';

/** What the environment says of the service and of the demo around it. */
export interface DemoEnvironment extends Environment {
  /** Port of the demo's OpenID provider; undefined: any. */
  eidPort: number | undefined;
}

/** Reads the environment; throws a `StartError` that says which variable is wrong and how it should be. */
export function readDemoEnvironment(env: Variables): DemoEnvironment {
  return {
    ...readEnvironment(env),
    eidPort: env.EID_PORT ? readNumber(env, 'EID_PORT', 0, 65_535) : undefined,
  };
}
