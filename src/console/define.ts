import { define } from './define-element.js';
import { Console } from './shell/console.js';
import { ConsoleSignIn } from './shell/sign-in.js';

define('opus-console-sign-in', ConsoleSignIn);
define('opus-console', Console);

export { Console };
