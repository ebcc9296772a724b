// Fills the subpackages of app.config.ts with their pages: `packages/<flow>/pages/<name>/<name>.tsx` is a page and
// needs no registering. A subpackage without pages is left out.
const { existsSync, readdirSync } = require('node:fs');
const path = require('node:path');

const pagesIn = (folder) =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => existsSync(path.join(folder, name, `${name}.tsx`)))
        .sort()
    : [];

module.exports = (ctx) => {
  ctx.modifyAppConfig(({ appConfig }) => {
    appConfig.subPackages = (appConfig.subPackages ?? [])
      .map((subPackage) => ({
        ...subPackage,
        pages: pagesIn(path.join(ctx.paths.sourcePath, subPackage.root, 'pages')).map(
          (name) => `pages/${name}/${name}`,
        ),
      }))
      .filter((subPackage) => subPackage.pages.length > 0);
  });
};
