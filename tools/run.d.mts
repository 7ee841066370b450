/** Runs a command of the project; with `seconds` it is stopped, with all that it started, when it takes longer. */
export function run(
  command: string,
  args?: readonly string[],
  options?: { env?: Record<string, string>; echo?: boolean; cwd?: string; seconds?: number },
): Promise<{ code: number; output: string; isOver: boolean; seconds: number }>;
