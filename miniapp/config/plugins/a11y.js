// Adds aria-* to the weapp templates: at build time to the templates, at run time to the list of known attributes.
const path = require('node:path');
const components = require('./a11y-components');

module.exports = (ctx) => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      if (!platform.template) return;
      platform.template.mergeComponents(ctx, components);
      platform.runtimePath = [].concat(platform.runtimePath, path.resolve(__dirname, 'a11y-runtime.js'));
    },
  });
};
