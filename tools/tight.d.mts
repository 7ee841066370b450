import type { Plugin } from 'vite';
export function tight(): Plugin[];
