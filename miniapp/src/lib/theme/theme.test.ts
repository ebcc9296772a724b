import { textScaleOf } from './theme';

describe('textScaleOf', () => {
  it.each([
    [1, false, 1],
    [1, true, 1.4],
    [1.1, false, 1],
    [1.25, false, 1.4],
    [1.4, true, 1.4],
    [1.6, false, 1.75],
    [1.75, true, 1.75],
    [3.1, false, 1.75],
  ])('answers a phone that asks for ×%s (elder edition: %s) with ×%s', (factor, elder, scale) => {
    expect(textScaleOf(factor, elder)).toBe(scale);
  });
});
