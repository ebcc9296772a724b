// The Taro CLI runs with cwd = miniapp, so this root config also covers ../shared and node_modules.
const isBrowser = process.env.TARO_ENV === 'h5';

module.exports = {
  presets: [
    [
      'taro',
      {
        framework: 'react',
        ts: true,
        compiler: 'webpack5',
        targets: isBrowser ? { chrome: '90', ios: '13' } : { ios: '12', chrome: '78' },
        useBuiltIns: false,
      },
    ],
  ],
};
