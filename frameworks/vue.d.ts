// Made by "npm run frameworks" from custom-elements.json.
import type { DefineComponent, HTMLAttributes } from 'vue';
import type { OpusElements } from './elements.js';

type Emits<Events> = { [Name in keyof Events]: (event: Events[Name]) => void };

type Component<Tag extends keyof OpusElements> = DefineComponent<
  OpusElements[Tag]['props'] & Omit<HTMLAttributes, keyof OpusElements[Tag]['props']>,
  {},
  {},
  {},
  {},
  {},
  {},
  Emits<OpusElements[Tag]['events']>
>;

type OpusComponents = { [Tag in keyof OpusElements]: Component<Tag> };

declare module 'vue' {
  interface GlobalComponents extends OpusComponents {}
}
