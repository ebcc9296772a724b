import { WANG } from '../testing/cast';
import { checkFamily } from './eligibility';
import { rememberedFamily } from './remembered-family';

const LIMITS = { minAgeDays: 28, maxAgeYears: 65, renewalMaxAgeYears: 70, maxMembers: 4 };
const family = checkFamily(WANG.members, '2026-06-01', LIMITS).members;
const [father, mother, daughter] = family;
if (!father || !mother || !daughter) throw new Error('three of them');

describe('the family as it is remembered', () => {
  it('is exactly who was named when the plan is for the whole household', () => {
    expect(rememberedFamily(family, null, [father, daughter], { priceUnit: 'household' })).toEqual([
      father,
      daughter,
    ]);
  });

  it('keeps the others when a plan insures single persons, and the policyholder stands first', () => {
    expect(rememberedFamily(family, father, [mother], { priceUnit: 'person' })).toEqual([
      father,
      mother,
      daughter,
    ]);
    expect(rememberedFamily([], father, [daughter], { priceUnit: 'person' })).toEqual([father, daughter]);
  });

  it('takes what was typed now for who is the same person or in the same place', () => {
    const renamed = { ...mother, name: '李秀莹' };
    const other = { ...mother, idNumber: '350421198108020000' };
    expect(rememberedFamily(family, father, [renamed], { priceUnit: 'person' })).toEqual([
      father,
      renamed,
      daughter,
    ]);
    expect(rememberedFamily(family, father, [other], { priceUnit: 'person' })).toEqual([
      father,
      other,
      daughter,
    ]);
  });
});
