// Made by "npm run frameworks" from custom-elements.json.
import type { HTMLAttributes } from 'vue';
import type { OpusElements } from './elements.js';

type Joined<Name extends string> = Name extends `${infer First}-${infer Rest}`
  ? `${Capitalize<First>}${Joined<Rest>}`
  : Capitalize<Name>;

/** `@opus-booked` of a template, as Vue names it. */
type Heard<Events> = {
  [Name in keyof Events & string as `on${Joined<Name>}`]?: (event: Events[Name]) => void;
};

interface Component<Tag extends keyof OpusElements> {
  new (): {
    $props: Omit<HTMLAttributes, keyof OpusElements[Tag]['props']> &
      OpusElements[Tag]['props'] &
      Heard<OpusElements[Tag]['events']>;
  };
}

type OpusComponents = { [Tag in keyof OpusElements]: Component<Tag> };

declare module 'vue' {
  interface GlobalComponents extends OpusComponents {}
}
