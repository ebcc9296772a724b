import { WANG } from 'shared/testing/cast';
import { atFamily, holderOf, insuredOf, isMeantFor, takePart } from './participation';

const [father, mother, daughter] = WANG.members;
if (!father || !mother || !daughter) throw new Error('three of them');
const family = {
  members: [father, mother, daughter],
  leftOut: [] as string[],
  priceUnit: 'household' as const,
  insuredSex: 'any' as const,
};
const women = { ...family, priceUnit: 'person' as const, insuredSex: 'female' as const };

describe('who takes part', () => {
  it('is the whole family in a plan for the household', () => {
    expect(insuredOf({ ...family, leftOut: [mother.idNumber] })).toEqual(family.members);
    expect(holderOf(family)).toEqual({});
  });

  it('is whom the plan is meant for, without those who were left out; the buyer is named apart', () => {
    expect(insuredOf(women)).toEqual([mother, daughter]);
    expect(holderOf(women)).toEqual({ holder: father });
    const without = { ...women, ...takePart(women, daughter, false) };
    expect(insuredOf(without)).toEqual([mother]);
    expect(insuredOf({ ...without, ...takePart(without, daughter, true) })).toEqual([mother, daughter]);
    expect(takePart(women, daughter, false)).toMatchObject({ checked: [], signatures: [] });
  });

  it('counts who cannot be read yet, so that the fault of the number is seen', () => {
    expect(isMeantFor(women, { ...father, idNumber: '35' })).toBe(true);
  });

  it('shows a fault at the person it is about, not at the one in that place of the family', () => {
    const paths = ['members.0.idNumber', 'members.1.name', 'holder.name', 'members', 'phone'];
    expect(
      atFamily(
        women,
        paths.map((path) => ({ path })),
      ).map(({ path }) => path),
    ).toEqual(['members.1.idNumber', 'members.2.name', 'members.0.name', 'members', 'phone']);
    expect(atFamily(family, [{ path: 'members.1.name' }])).toEqual([{ path: 'members.1.name' }]);
  });
});
