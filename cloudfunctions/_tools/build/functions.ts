/**
 * Bundles the deployed functions: one CommonJS file per entry, and beside it one file for each module that
 * our own sources load with `import()`, read from disk when it is first asked for:
 *
 *   cloudfunctions/dist/household/index.js  config.json  package.json  chunks/pdf-certificate.js
 *
 * A module behind `import()` is bundled on its own: it shares no state with the entry, so it must hold
 * functions only (a codec, a renderer, a client), never errors, schemas or caches that the entry uses too.
 */
import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build, type BuildOptions, type Plugin } from 'esbuild';
import { root } from './freshness';
import { leanSdk } from './lean-sdk';

const sources = path.join(root, 'cloudfunctions');

/** The deployed functions: the folders of `cloudfunctions/` with an `index.ts`, without those that begin with `_`. */
export function functionNames(folder = sources): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && /^[a-z]/.test(entry.name))
    .map((entry) => entry.name)
    .filter((name) => existsSync(path.join(folder, name, 'index.ts')))
    .sort();
}

interface Chunk {
  name: string;
  file: string;
}

/** Puts a font or a decoder that is named with `require.resolve()` beside the file that reads it. */
const dataBeside = (outfile: string): Plugin => ({
  name: 'data-beside',
  setup(bundler) {
    bundler.onResolve(
      { filter: /\.(ttf|wasm)$/ },
      async ({ path: wanted, kind, importer, resolveDir, pluginData }) => {
        if (kind !== 'require-resolve' || pluginData === 'resolved') return;
        const found = await bundler.resolve(wanted, { kind, importer, resolveDir, pluginData: 'resolved' });
        if (found.errors.length > 0) return found;
        const name = path.basename(found.path);
        mkdirSync(path.dirname(outfile), { recursive: true });
        copyFileSync(found.path, path.join(path.dirname(outfile), name));
        return { path: `./${name}`, external: true };
      },
    );
  },
});

/** Cuts each `import()` of our own sources out of the bundle and notes it as a chunk to build. */
function chunkAtDynamicImport(chunks: Map<string, Chunk>, insideChunk: boolean): Plugin {
  return {
    name: 'chunk-at-dynamic-import',
    setup(bundler) {
      bundler.onResolve(
        { filter: /.*/ },
        async ({ path: wanted, kind, importer, resolveDir, pluginData }) => {
          if (kind !== 'dynamic-import' || importer.includes('node_modules') || pluginData === 'resolved')
            return;
          const found = await bundler.resolve(wanted, { kind, importer, resolveDir, pluginData: 'resolved' });
          if (found.errors.length > 0 || found.external) return found;
          const chunk = chunks.get(found.path) ?? { name: chunkName(wanted, chunks), file: found.path };
          chunks.set(found.path, chunk);
          return { path: `${insideChunk ? '.' : './chunks'}/${chunk.name}.js`, external: true };
        },
      );
    },
  };
}

function chunkName(wanted: string, chunks: ReadonlyMap<string, Chunk>): string {
  const plain = path.basename(wanted).replace(/\.tsx?$/, '');
  const taken = [...chunks.values()].filter((chunk) => chunk.name.replace(/-\d+$/, '') === plain).length;
  return taken === 0 ? plain : `${plain}-${taken + 1}`;
}

function options(
  entry: string,
  outfile: string,
  chunks: Map<string, Chunk>,
  insideChunk: boolean,
): BuildOptions {
  return {
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
    // `import()` becomes a `require` that runs at first use, so that CommonJS packages look the same as in tests.
    supported: { 'dynamic-import': false },
    // Packages written as modules ask where they are.
    define: { 'import.meta.url': 'bundleUrl' },
    banner: { js: 'const bundleUrl=require("node:url").pathToFileURL(__filename).href;' },
    // Without it esbuild declares the whole bundle strict, and packages written in sloppy mode break at load.
    tsconfigRaw: { compilerOptions: { target: 'es2022', alwaysStrict: false } },
    plugins: [leanSdk, dataBeside(outfile), chunkAtDynamicImport(chunks, insideChunk)],
  };
}

/** Bundles one function into `outputFolder/NAME`. Replaces what is there only when all of it was built. */
export async function buildFunction(
  name: string,
  outputFolder: string,
  sourceFolder = sources,
): Promise<void> {
  const source = path.join(sourceFolder, name);
  const target = path.join(outputFolder, name);
  const fresh = `${target}.new`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true });

  const chunks = new Map<string, Chunk>();
  await build(options(path.join(source, 'index.ts'), path.join(fresh, 'index.js'), chunks, false));
  const built = new Set<string>();
  for (let next = waiting(chunks, built); next !== undefined; next = waiting(chunks, built)) {
    built.add(next.file);
    await build(options(next.file, path.join(fresh, 'chunks', `${next.name}.js`), chunks, true));
  }

  const config = path.join(source, 'config.json');
  if (!existsSync(config)) throw new Error(`cloudfunctions/${name}/config.json is missing`);
  copyFileSync(config, path.join(fresh, 'config.json'));
  const manifest = { name, version: '1.0.0', private: true, main: 'index.js' };
  writeFileSync(path.join(fresh, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);

  rmSync(target, { recursive: true, force: true });
  renameSync(fresh, target);
}

function waiting(chunks: ReadonlyMap<string, Chunk>, built: ReadonlySet<string>): Chunk | undefined {
  return [...chunks.values()].find((chunk) => !built.has(chunk.file));
}

/** Bundles every function and removes what no longer has a source. */
export async function buildFunctions(outputFolder = path.join(sources, 'dist')): Promise<void> {
  mkdirSync(outputFolder, { recursive: true });
  const names = functionNames();
  for (const old of readdirSync(outputFolder)) {
    if (!names.includes(old)) rmSync(path.join(outputFolder, old), { recursive: true, force: true });
  }
  await Promise.all(names.map((name) => buildFunction(name, outputFolder)));
}
