import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { defineConfig } from '@tarojs/cli';

const root = path.resolve(__dirname, '../..');
const src = path.resolve(__dirname, '../src');
const shared = path.join(root, 'shared');

/** Packages that ship syntax newer than ES2019; Taro lowers only our sources and its own by itself. */
const modernPackages = /[\\/]node_modules[\\/](@tanstack|zod|zustand)[\\/]/;
const include = [shared, (file: string) => modernPackages.test(file)];

const target = process.env.TARO_ENV ?? 'weapp';
/** The gallery of components is for development and tests; it is never in the shipped package. */
const withGallery = process.env.GALLERY === '1';
/** build.mjs builds beside the last output and puts it in place when it is whole. */
const outputRoot = process.env.OUTPUT_ROOT ?? (withGallery ? `dist/gallery-${target}` : `dist/${target}`);

/** Short class names: every one of them crosses the bridge in setData. */
const cssModules = (short: boolean) => ({
  enable: true,
  config: {
    namingPattern: 'module' as const,
    generateScopedName: short ? '[hash:base64:5]' : '[name]__[local]',
  },
});

/** Plain px everywhere: rpx would shrink text and tap targets on the narrowest phones. */
const keepPx = { enable: false, config: {} };

/** Changes with the list of pages and their settings: webpack keeps what the app was made of and does not know of them. */
const pagesHash = (): string => {
  const hash = createHash('sha256');
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.config.ts'),
  );
  for (const name of files.sort()) hash.update(name).update(readFileSync(path.join(src, name)));
  return hash.digest('hex').slice(0, 12);
};

export default defineConfig(async (_merge, { mode }) => {
  const production = mode === 'production';
  return {
    projectName: 'nuanjiabao',
    date: '2026-11-22',
    designWidth: 375,
    deviceRatio: { 375: 2, 640: 1.17, 750: 1, 828: 0.905 },
    sourceRoot: 'src',
    outputRoot,
    framework: 'react',
    compiler: { type: 'webpack5', prebundle: { enable: false } },
    cache: {
      enable: true,
      name: `${target}${withGallery ? '-gallery' : ''}-${mode}-${pagesHash()}`,
      buildDependencies: { config: [__filename, path.resolve(__dirname, '../babel.config.js')] },
    },
    logger: { quiet: true, stats: false },
    alias: { '@': src, shared },
    plugins: [path.resolve(__dirname, 'plugins/a11y.js'), path.resolve(__dirname, 'plugins/pages.js')],
    defineConstants: { CLOUD_ENV: JSON.stringify(process.env.CLOUD_ENV ?? '') },
    sass: { resource: [] },
    terser: {
      enable: true,
      config: {
        ecma: 2017,
        compress: { ecma: 2017, passes: 2, toplevel: true },
        output: { ecma: 2017, ascii_only: false },
      },
    },
    copy: {
      // theme.json names the tab icons by variables, so Taro does not find them by itself.
      patterns: target === 'weapp' ? [{ from: 'src/assets/tab/png/', to: `${outputRoot}/assets/tab/` }] : [],
      options: {},
    },
    mini: {
      compile: { include },
      // What only subpackages share goes into each of them: the main package is what everybody waits for.
      optimizeMainPackage: { enable: true },
      postcss: { pxtransform: keepPx, cssModules: cssModules(production) },
      webpackChain(chain, webpack) {
        chain
          .plugin('abortController')
          .use(webpack.ProvidePlugin, [
            { AbortController: [path.join(src, 'polyfills/abort-controller.ts'), 'AbortController'] },
          ]);
      },
    },
    h5: {
      compile: { include },
      publicPath: '/',
      staticDirectory: 'static',
      router: { mode: 'hash' },
      devServer: { port: 10086, host: '127.0.0.1', open: false },
      output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
      miniCssExtractPluginOption: {
        ignoreOrder: true,
        filename: 'css/[name].[contenthash:8].css',
        chunkFilename: 'css/[name].[contenthash:8].css',
      },
      postcss: {
        autoprefixer: { enable: true, config: {} },
        pxtransform: keepPx,
        cssModules: cssModules(production),
      },
      webpackChain(chain) {
        chain.performance.hints(false);
      },
    },
  };
});
