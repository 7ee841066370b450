export const chromiumFlags: string[];
export function findChromium(): Promise<string>;
export function launchOptions(): Promise<{ executablePath: string; args: string[] }>;
