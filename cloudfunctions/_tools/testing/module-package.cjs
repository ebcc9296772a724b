/** Lets jest load a package that is written as modules, by the same means as the build of the functions. */
const { transformSync } = require('esbuild');

module.exports = {
  process: (source) => ({
    code: transformSync(source, {
      format: 'cjs',
      supported: { 'dynamic-import': false },
      define: { 'import.meta.url': 'moduleUrl' },
      banner: 'var moduleUrl = require("node:url").pathToFileURL(__filename).href;',
    }).code,
  }),
};
