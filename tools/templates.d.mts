export interface TemplateProblem {
  file: string;
  row: number;
  column: number;
  message: string;
}
export function isRealProblem(message: string, binding: string): boolean;
export function problemsOf(output: string): TemplateProblem[];
