import type { Member } from '../household/member.schema';
import { idNumberFor } from '../testing/id-numbers';
import { canRenew, renewedFamily } from './renewed-family';

const LIMITS = { minAgeDays: 28, maxAgeYears: 65, renewalMaxAgeYears: 70, maxMembers: 8 };
const person = (
  name: string,
  birthDay: string,
  relation: Member['relation'],
  sex: Member['sex'],
): Member => ({
  name,
  idKind: 'idCard',
  otherDeathCoverFen: null,
  idNumber: idNumberFor(birthDay, sex === 'male' ? 11 : 24),
  relation,
  birthDay,
  sex,
});

const HOLDER = person('王建国', '1956-06-03', 'self', 'male');
const WIFE = person('李秀英', '1961-08-02', 'spouse', 'female');
const SON = person('王小明', '2009-06-02', 'son', 'male');
const FAMILY = [HOLDER, WIFE, SON];
const everybody = new Set(FAMILY.map(({ idNumber }) => idNumber));
const nobody = new Set<string>();

const standings = (changes: Partial<Parameters<typeof renewedFamily>[1]> = {}) =>
  renewedFamily(FAMILY, {
    lastStartDay: '2026-06-02',
    startDay: '2027-06-02',
    limits: LIMITS,
    continuing: everybody,
    insured: nobody,
    ...changes,
  });

describe('last year’s family, checked again', () => {
  it('keeps a man of 70 whose cover goes on, and asks the grown son for his own signature', () => {
    expect(standings().map(({ ageYears, standing }) => [ageYears, standing])).toEqual([
      [70, 'fine'],
      [65, 'fine'],
      [18, 'signs'],
    ]);
  });

  it('leaves out who is over 65 once there is a gap, and says so', () => {
    const late = standings({ continuing: nobody });
    expect(late.map(({ standing }) => standing)).toEqual(['tooOld', 'fine', 'signs']);
    expect(late[0]?.text).toContain('65');
  });

  it('leaves out who is over 70, and says so', () => {
    const [holder] = standings({ startDay: '2027-06-03' });
    expect(holder).toMatchObject({ ageYears: 71, standing: 'tooOld' });
    expect(holder?.text).toContain('71 岁');
  });

  it('leaves out who is insured already', () => {
    const [, wife] = standings({ insured: new Set([WIFE.idNumber]) });
    expect(wife?.standing).toBe('insured');
    expect(wife && canRenew(wife)).toBe(false);
  });
});
