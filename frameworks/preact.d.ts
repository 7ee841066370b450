// Made by "npm run frameworks" from custom-elements.json.
import type { ClassAttributes, HTMLAttributes } from 'preact';
import type { Listeners, OpusElements } from './elements.js';

type Props<Tag extends keyof OpusElements & keyof HTMLElementTagNameMap> = Omit<
  HTMLAttributes<HTMLElementTagNameMap[Tag]>,
  keyof OpusElements[Tag]['props']
> &
  ClassAttributes<HTMLElementTagNameMap[Tag]> &
  OpusElements[Tag]['props'] &
  Listeners<OpusElements[Tag]['events']>;

type OpusIntrinsicElements = {
  [Tag in keyof OpusElements & keyof HTMLElementTagNameMap]: Props<Tag>;
};

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements extends OpusIntrinsicElements {}
  }
}
