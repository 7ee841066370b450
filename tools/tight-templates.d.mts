import type { Plugin } from 'vite';
export function tighten(tag: string, text: string): string;
export function tightTemplates(): Plugin;
