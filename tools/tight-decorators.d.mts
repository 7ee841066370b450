import type { Plugin } from 'vite';
export function writeOut(code: string, program: ReturnType<typeof import('vite').parseAst>): string;
export function tightDecorators(): Plugin;
