/** The journey: a real browser on the browser build and the local cloud. One phone at a time; pictures are kept. */
const { projects, ...base } = require('../../jest.config.cjs');
const node = projects.find((project) => project.displayName === 'cloudfunctions');

module.exports = {
  ...base,
  ...node,
  displayName: 'journey',
  testMatch: ['<rootDir>/miniapp/e2e/**/*.spec.ts'],
  maxWorkers: 1,
  testTimeout: 120_000,
};
