export interface Fault {
  name: string;
  file: string;
  find: string;
  replace: string;
}
export function plant(source: string, fault: Fault): string;
