// The two compilers by their paths: both bring a command `tsc`, and which of them npm links is left to chance.

/** TypeScript 6, whose API our tools use: writes the declarations of the package. */
export const typescript = 'node_modules/typescript/bin/tsc';

/** TypeScript 7 in native code: checks the types of everything in a tenth of the time. */
export const typescriptNative = 'node_modules/typescript-native/bin/tsc';
