// Made by "npm run frameworks" from custom-elements.json.
import type { JSX } from 'solid-js';
import type { Listeners, OpusElements } from './elements.js';

type Properties<Own> = { [Name in keyof Own & string as `prop:${Name}`]?: Own[Name] };

type Props<Tag extends keyof OpusElements & keyof HTMLElementTagNameMap> = Omit<
  JSX.HTMLAttributes<HTMLElementTagNameMap[Tag]>,
  keyof OpusElements[Tag]['props']
> &
  OpusElements[Tag]['props'] &
  Properties<OpusElements[Tag]['props']> &
  Listeners<OpusElements[Tag]['events'], 'on:'>;

type OpusIntrinsicElements = {
  [Tag in keyof OpusElements & keyof HTMLElementTagNameMap]: Props<Tag>;
};

declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements extends OpusIntrinsicElements {}
  }
}
