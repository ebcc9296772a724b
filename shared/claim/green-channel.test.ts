import { greenChannelOf } from './green-channel';

describe('the green channel of a new claim', () => {
  it.each(['计生特殊家庭', '精准扶贫计生户', '困难计生家庭'] as const)('is open to a %s', (group) => {
    expect(greenChannelOf([null, group])).toEqual({ reason: group, staffId: null });
  });
  it.each([[[]], [[null]], [['二女结扎户', '独女领证户'] as const]])('is not open to %j', (groups) => {
    expect(greenChannelOf(groups)).toBeNull();
  });
});
