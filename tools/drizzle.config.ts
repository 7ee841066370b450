import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'postgresql',
  schema: './service/store/schema/index.ts',
  out: './service/store/migrations',
});
