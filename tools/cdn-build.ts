// What the CDN build and its measurements have in common.
import { build, type InlineConfig, type Rolldown } from 'vite';
import { minifyPlugins } from './minify.js';

type Output = Rolldown.OutputOptions;

/** Output options of the CDN files; licences stand in one file beside the scripts, hints for bundlers have done their work. */
export const cdnOutput = {
  minify: true,
  comments: { legal: false, annotation: false },
} satisfies Output;

/** Builds one entry as for the CDN and writes nothing. */
export async function buildInMemory(
  entry: string,
  codeSplitting: Output['codeSplitting'],
): Promise<Rolldown.OutputChunk[]> {
  const config: InlineConfig = {
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    plugins: minifyPlugins(),
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: 'es2022',
      lib: { formats: ['es'], entry },
      rolldownOptions: {
        preserveEntrySignatures: false,
        output: { ...cdnOutput, chunkFileNames: '[name].js', codeSplitting },
      },
    },
  };
  const results = (await build(config)) as Rolldown.RolldownOutput[];
  return results.flatMap(({ output }) => output.filter((file) => file.type === 'chunk'));
}
