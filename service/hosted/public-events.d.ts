/** Public event → its fields. */
export declare const publicEvents: Readonly<Record<string, readonly string[]>>;
