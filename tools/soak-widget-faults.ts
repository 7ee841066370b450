export function soakWidgetFaults(_count: number, _seed: number): Promise<boolean> {
  return Promise.resolve(false);
}
