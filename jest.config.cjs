/**
 * Four projects, one runner:
 *  shared, cloudfunctions — rules and operations in node;
 *  miniapp — components in jsdom, with small stand-ins for Taro's primitives;
 *  weapp — the compiled package under the harness of miniapp/test.
 * The browser journey has a configuration of its own, miniapp/e2e/jest.config.cjs.
 */
const swc = (tsx) => [
  '@swc/jest',
  {
    jsc: {
      parser: { syntax: 'typescript', tsx },
      transform: { react: { runtime: 'automatic' } },
      target: 'es2022',
    },
    module: { type: 'commonjs' },
    sourceMaps: 'inline',
  },
];

const base = {
  rootDir: __dirname,
  transform: {
    '\\.tsx$': swc(true),
    '\\.ts$': swc(false),
    '/@jsquash/.*\\.js$': '<rootDir>/cloudfunctions/_tools/testing/module-package.cjs',
  },
  transformIgnorePatterns: ['/node_modules/(?!@jsquash/)'],
  moduleNameMapper: { '^shared/(.*)$': '<rootDir>/shared/$1' },
  modulePathIgnorePatterns: ['/dist/'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '/fixtures/'],
  setupFilesAfterEnv: ['<rootDir>/shared/testing/console-guard.ts'],
};

module.exports = {
  maxWorkers: 2,
  testTimeout: 60_000,
  projects: [
    { ...base, displayName: 'shared', testEnvironment: 'node', testMatch: ['<rootDir>/shared/**/*.test.ts'] },
    {
      ...base,
      displayName: 'cloudfunctions',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/cloudfunctions/**/*.test.ts'],
    },
    {
      ...base,
      displayName: 'miniapp',
      testEnvironment: 'jsdom',
      testMatch: ['<rootDir>/miniapp/{src,config}/**/*.test.{ts,tsx}'],
      setupFilesAfterEnv: [...base.setupFilesAfterEnv, '<rootDir>/miniapp/test/components/setup.ts'],
      moduleNameMapper: {
        ...base.moduleNameMapper,
        '^@/(.*)$': '<rootDir>/miniapp/src/$1',
        '^@tarojs/components$': '<rootDir>/miniapp/test/components/primitives.tsx',
        '^@tarojs/taro$': '<rootDir>/miniapp/test/components/taro.ts',
        '\\.(svg|png)$': '<rootDir>/miniapp/test/components/picture.cjs',
        '\\.(scss|css)$': '<rootDir>/miniapp/test/components/asset.cjs',
      },
    },
    {
      ...base,
      displayName: 'weapp',
      testEnvironment: '<rootDir>/miniapp/test/weapp-harness/environment.cjs',
      testMatch: ['<rootDir>/miniapp/test/**/*.test.ts'],
    },
  ],
};
