/** The drawing that a page is built with: `pages.ts` puts one in place. */
declare module 'drawing' {
  export const draw: import('./weeks.js').Draw;
}
