export function codesOf(requirements: string): string[];
export function titlesOf(source: string): string[];
export function codesIn(text: string): string[];
export function countTests(codes: string[], sources: string[]): Map<string, number>;
export function unknownCodes(codes: string[], sources: string[]): string[];
export function citedCodes(source: string): Map<string, number>;
export function shortWording(requirements: string, code: string): string;
export function codesBetween(from: string, to: string): string[];
