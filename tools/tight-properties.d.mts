import type { Plugin } from 'vite';
export function shortProperties(sources: readonly string[]): Map<string, string>;
export function shortenProperties(code: string, shortOf: ReadonlyMap<string, string>): string;
export function tightProperties(): Plugin;
