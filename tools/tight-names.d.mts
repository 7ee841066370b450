import type { Plugin } from 'vite';
export function privateNames(source: string): Set<string>;
export function shortenNames(
  code: string,
  program: ReturnType<typeof import('vite').parseAst>,
  names: ReadonlySet<string>,
  shorten: (name: string) => string,
): string;
export function shortNames(sources: readonly string[]): Map<string, string>;
export function tightNames(): Plugin;
