// Made by "npm run frameworks" from custom-elements.json.
import type { CSSProperties, DetailedHTMLProps, HTMLAttributes } from 'react';
import type { Listeners, OpusElements, OpusTokens } from './elements.js';

type Props<Tag extends keyof OpusElements & keyof HTMLElementTagNameMap> = Omit<
  DetailedHTMLProps<HTMLAttributes<HTMLElementTagNameMap[Tag]>, HTMLElementTagNameMap[Tag]>,
  keyof OpusElements[Tag]['props'] | 'style'
> &
  OpusElements[Tag]['props'] &
  Listeners<OpusElements[Tag]['events']> & { style?: (CSSProperties & OpusTokens) | undefined };

type OpusIntrinsicElements = {
  [Tag in keyof OpusElements & keyof HTMLElementTagNameMap]: Props<Tag>;
};

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends OpusIntrinsicElements {}
  }
}
