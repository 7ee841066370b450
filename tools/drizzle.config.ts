import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'postgresql',
  schema: './demo/service/store/schema/index.ts',
  out: './demo/service/store/migrations',
});
