import { addDays, addYears } from '../time/china-day';
import { minorsCapFaults, type DeathCover } from './minors-cap';

const START = '2026-06-01';
const born = (years: number, days = 0): string => addDays(addYears(START, -years), days);

const faultsOf = (birthDay: string, cover: DeathCover, otherDeathCoverFen: number | null = null) =>
  minorsCapFaults([{ birthDay, otherDeathCoverFen }], [cover], START);

describe('death cover of minors over all insurers', () => {
  it.each([
    ['the day before the 10th birthday', born(10, 1), 200_000_00],
    ['on the 10th birthday', born(10), 500_000_00],
    ['the day before the 18th birthday', born(18, 1), 500_000_00],
  ])('is limited %s', (_when, birthDay, capFen) => {
    expect(faultsOf(birthDay, { newFen: capFen, heldFen: 0 })).toEqual([]);
    expect(faultsOf(birthDay, { newFen: capFen + 1, heldFen: 0 })).toMatchObject([
      { path: 'members.0.otherDeathCoverFen', code: 'MINOR_COVER_EXCEEDED' },
    ]);
  });

  it('is not limited from the 18th birthday on', () => {
    expect(faultsOf(born(18), { newFen: 9_000_000_00, heldFen: 0 }, 9_000_000_00)).toEqual([]);
  });

  it('counts what others would pay, as declared, and what the child holds with us', () => {
    expect(faultsOf(born(5), { newFen: 50_000_00, heldFen: 50_000_00 }, 100_000_00)).toEqual([]);
    expect(faultsOf(born(5), { newFen: 50_000_00, heldFen: 50_000_00 }, 100_000_01)).toHaveLength(1);
    expect(faultsOf(born(5), { newFen: 50_000_00, heldFen: 50_000_01 }, 100_000_00)).toHaveLength(1);
  });

  it('says what there is, what the limit is, and what to do', () => {
    expect(faultsOf(born(5), { newFen: 66_666_67, heldFen: 0 }, 150_000_00)[0]?.message).toBe(
      '未满 10 岁的孩子，各家公司的身故保额合计最多 200,000 元。已有 150,000 元，这份再保 66,666.67 元就超过了。请先不保这个孩子，或选保额低的方案。',
    );
  });

  it('stands at the child, whoever else is in the family', () => {
    const adult = { birthDay: '1980-01-01', otherDeathCoverFen: null };
    const child = { birthDay: born(3), otherDeathCoverFen: 200_000_00 };
    const cover = { newFen: 1, heldFen: 0 };
    expect(minorsCapFaults([adult, child], [cover, cover], START).map(({ path }) => path)).toEqual([
      'members.1.otherDeathCoverFen',
    ]);
  });
});
