/** How an attack went. */
export interface AttackResult {
  readonly tried: string;
  readonly result: string;
  readonly held: boolean;
}
