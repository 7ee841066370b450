export { Console } from './shell/console.js';
