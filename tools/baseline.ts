/** The oldest browsers that book: what each engine needs is in docs/browsers.md, why in docs/decisions/0016-oldest-browsers.md. */
export const baseline = { chrome: '100', firefox: '102', safari: '16' } as const;
