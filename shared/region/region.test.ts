import { countyOf, isWithin, regionChain, townshipOf } from './region.schema';

describe('region codes', () => {
  it('tell the way up from a village, each level once', () => {
    expect(regionChain('350421200201')).toEqual(['350421200201', '350421200', '350421', '350400', '350000']);
    expect(regionChain('350421')).toEqual(['350421', '350400', '350000']);
    expect(countyOf('350421200201')).toBe('350421');
    expect(townshipOf('350421200201')).toBe('350421200');
  });

  it('tell what lies within what', () => {
    expect(isWithin('350421200201', '350421200')).toBe(true);
    expect(isWithin('350421200201', '350421')).toBe(true);
    expect(isWithin('350421200201', '350400')).toBe(true);
    expect(isWithin('350421200201', '350000')).toBe(true);
    expect(isWithin('350421200201', '350421201')).toBe(false);
    expect(isWithin('350500', '350400')).toBe(false);
    expect(isWithin('350421', '350421200')).toBe(false);
  });
});
