/** Loaded before every component test: DOM matchers, Taro's compile-time names, a fresh Taro stand-in. */
import '@testing-library/jest-dom';
import { resetTaro } from './taro';

process.env.TARO_ENV = 'weapp';
Object.assign(globalThis, {
  definePageConfig: (config: unknown) => config,
  defineAppConfig: (config: unknown) => config,
});

beforeEach(resetTaro);
