import type { Plugin } from 'vite';
export function writeNamespaces(
  code: string,
  program: ReturnType<typeof import('vite').parseAst>,
  runtime: string,
): string | undefined;
export function tightNamespaces(): Plugin;
