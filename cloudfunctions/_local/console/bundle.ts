import { join } from 'node:path';

/** The page's program and style, ready to be sent. */
export interface Bundle {
  readonly script: string;
  readonly style: string;
}

let kept: Promise<Bundle> | undefined;

/** Builds the page when it is first asked for, so that no start waits for it; a failed build is tried again. */
export function consoleBundle(): Promise<Bundle> {
  kept ??= build().catch((error: unknown) => {
    kept = undefined;
    throw error;
  });
  return kept;
}

async function build(): Promise<Bundle> {
  const esbuild = await import('esbuild');
  const { outputFiles } = await esbuild.build({
    entryPoints: [join(__dirname, 'app', 'main.tsx')],
    outdir: join(__dirname, 'app'),
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: 'es2022',
    jsx: 'automatic',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const textOf = (ending: string): string =>
    outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? '';
  return { script: textOf('.js'), style: textOf('.css') };
}
