/** Style sheets in component tests: a CSS module answers each class by its own name. */
module.exports = new Proxy(
  { __esModule: true },
  {
    get: (known, name) => {
      if (name === '__esModule') return true;
      if (name === 'default') return module.exports;
      return typeof name === 'string' ? name : known[name];
    },
  },
);
