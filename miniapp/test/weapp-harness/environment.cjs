/** jsdom for the view layer, with Node's own fetch, which jsdom lacks, for the way to the local cloud. */
const { TestEnvironment } = require('jest-environment-jsdom');

module.exports = class WeappEnvironment extends TestEnvironment {
  async setup() {
    await super.setup();
    Object.assign(this.global, { fetch, Headers, Request, Response });
  }
};
