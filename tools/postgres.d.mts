export interface ThrowawayPostgres {
  url: string;
  version: string;
  stop: () => void;
}
export function startPostgres(options?: { port?: number }): Promise<ThrowawayPostgres>;
