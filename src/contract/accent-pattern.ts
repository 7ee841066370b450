/** `#rrggbb`. In a file without schemas, for the first step, which is drawn before they are loaded. */
export const accentPattern = /^#[0-9a-fA-F]{6}$/;
