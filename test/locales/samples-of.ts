/** Sample values for the texts that take values, by their keys. */
export type SamplesOf<Words> = {
  readonly [Key in keyof Words as Words[Key] extends string ? never : Key]: Words[Key] extends (
    ...values: infer List
  ) => string
    ? readonly List[]
    : never;
};
