import { WANG } from '../testing/cast';
import { idNumberFor } from '../testing/id-numbers';
import { addDays, addYears } from '../time/china-day';
import { checkFamily, mustSign } from './eligibility';
import { needsParent } from './insurable-interest';
import type { MemberInput } from './member.schema';

const LIMITS = { minAgeDays: 28, maxAgeYears: 65, renewalMaxAgeYears: 70, maxMembers: 4 };
const START = '2026-06-01';

const self: MemberInput = { name: '王建国', idNumber: idNumberFor('1979-03-15', 11), relation: 'self' };
const son = (birthDay: string): MemberInput => ({
  name: '王小明',
  idNumber: idNumberFor(birthDay, 33),
  relation: 'son',
});
const faultsOf = (...members: MemberInput[]) => checkFamily(members, START, LIMITS).faults;

describe('who may be insured', () => {
  it('takes a family and reads birth dates and sexes from the numbers', () => {
    const { members, faults } = checkFamily(WANG.members, START, LIMITS);
    expect(faults).toEqual([]);
    expect(members.map(({ birthDay, sex }) => [birthDay, sex])).toEqual([
      ['1979-03-15', 'male'],
      ['1981-08-02', 'female'],
      ['2014-05-20', 'female'],
    ]);
  });

  it('reports a wrong check digit at the number of that member', () => {
    const wrong = { ...self, idNumber: self.idNumber.replace(/.$/, (last) => (last === '1' ? '2' : '1')) };
    expect(faultsOf(self, { ...wrong, relation: 'spouse', name: '李秀英' })).toContainEqual({
      path: 'members.1.idNumber',
      code: 'ID_NUMBER_WRONG',
    });
  });

  it.each([
    ['350421790315001', '这是 15 位的旧号码，请填第二代身份证上的 18 位号码。'],
    ['35042179031500x', '这是 15 位的旧号码，请填第二代身份证上的 18 位号码。'],
    ['35042119790315', '身份证号是 18 位，这里有 14 位，请对照身份证再核对一遍。'],
    ['3504211979031501191', '身份证号是 18 位，这里有 19 位，请对照身份证再核对一遍。'],
  ])('says of %s what is wrong with its length', (idNumber, message) => {
    expect(faultsOf({ ...self, idNumber })).toContainEqual({
      path: 'members.0.idNumber',
      code: 'ID_NUMBER_WRONG',
      message,
    });
  });

  it.each(['김철수', '金가', 'ꀀꀁ', '\ue863王', '王あ'])(
    'takes no other script for a Chinese name: %s',
    (name) => {
      expect(faultsOf({ ...self, name })).toEqual([{ path: 'members.0.name', code: 'NAME_INVALID' }]);
    },
  );

  it.each(['𬱖秀英', '买买提·吐尔逊', '王　芳', '﨎〇', '阿'.repeat(30)])('takes the name %s', (name) => {
    expect(faultsOf({ ...self, name })).toEqual([]);
  });

  it('refuses a child of 27 days at the start and takes one of 28', () => {
    expect(faultsOf(self, son(addDays(START, -27)))).toEqual([
      {
        path: 'members.1.idNumber',
        code: 'MEMBER_TOO_YOUNG',
        message: '保障开始那天还不满 28 天，满 28 天后再来参保。',
      },
    ]);
    expect(faultsOf(self, son(addDays(START, -28)))).toEqual([]);
  });

  it('takes a person of 65 on the last day before the 66th birthday and refuses at 66', () => {
    const holder = (birthDay: string): MemberInput => ({ ...self, idNumber: idNumberFor(birthDay, 11) });
    expect(faultsOf(holder('1960-06-02'))).toEqual([]);
    expect(faultsOf(holder('1960-06-01'))).toEqual([
      {
        path: 'members.0.idNumber',
        code: 'MEMBER_TOO_OLD',
        message: '保障开始那天超过 65 岁，不能新参保。请不选这位家人，或打客服电话问别的保障。',
      },
    ]);
  });

  it('tells the ages of the plan that is asked for, not of another', () => {
    const senior = { ...LIMITS, minAgeDays: 0, maxAgeYears: 80, renewalMaxAgeYears: 85 };
    const { faults } = checkFamily([{ ...self, idNumber: idNumberFor('1940-01-01', 11) }], START, senior);
    expect(faults[0]?.message).toContain('超过 80 岁');
    const late = checkFamily([self, son(addDays(START, -29))], START, { ...LIMITS, minAgeDays: 30 });
    expect(late.faults[0]?.message).toContain('满 30 天后再来参保');
  });

  it('takes who continues without a gap to 70 inclusive, that person and no other', () => {
    const born = (birthDay: string) => idNumberFor(birthDay, 11);
    const faultsOfOld = (birthDay: string, continuing: string[]) =>
      checkFamily([{ ...self, idNumber: born(birthDay) }], START, LIMITS, new Set(continuing)).faults;
    expect(faultsOfOld('1955-06-02', [born('1955-06-02')])).toEqual([]);
    expect(faultsOfOld('1955-06-02', [self.idNumber])).toMatchObject([{ code: 'MEMBER_TOO_OLD' }]);
    expect(faultsOfOld('1955-06-01', [born('1955-06-01')])).toEqual([
      {
        path: 'members.0.idNumber',
        code: 'MEMBER_TOO_OLD',
        message:
          '保障开始那天满 71 岁，超过续保的 70 岁，这次不能再保。请不选这位家人，或打客服电话问别的保障。',
      },
    ]);
  });

  it('wants exactly one policyholder, who is an adult', () => {
    expect(faultsOf({ ...self, relation: 'spouse' })).toEqual([{ path: 'members', code: 'HOLDER_MISSING' }]);
    expect(faultsOf({ ...self, idNumber: idNumberFor('2010-01-01', 11) })).toEqual([
      { path: 'members.0.idNumber', code: 'HOLDER_IS_MINOR' },
    ]);
  });

  it('refuses the same number twice, two spouses, and a son whose number says daughter', () => {
    expect(faultsOf(self, { ...son('2014-05-20'), idNumber: self.idNumber })).toEqual([
      { path: 'members.1.idNumber', code: 'ID_NUMBER_REPEATED' },
    ]);
    const spouse = (sequence: number): MemberInput => ({
      name: '李秀英',
      idNumber: idNumberFor('1981-08-02', sequence),
      relation: 'spouse',
    });
    expect(faultsOf(self, spouse(24), spouse(26))).toMatchObject([{ path: 'members.2.relation' }]);
    expect(faultsOf(self, { ...son('2014-05-20'), idNumber: idNumberFor('2014-05-20', 42) })).toMatchObject([
      { path: 'members.1.relation', code: 'RELATION_INVALID' },
    ]);
  });

  it('takes a minor grandchild, and no adult one', () => {
    const grandchild = (birthDay: string): MemberInput => ({ ...son(birthDay), relation: 'daughtersSon' });
    expect(faultsOf(self, grandchild('2015-05-20'))).toEqual([]);
    expect(faultsOf(self, grandchild(addYears(START, -18)))).toEqual([
      { path: 'members.1.relation', code: 'NO_INSURABLE_INTEREST' },
    ]);
    expect(needsParent([grandchild('2015-05-20')])).toBe(true);
    expect(needsParent([self, son('2015-05-20')])).toBe(false);
  });

  it('refuses a child who is older than the policyholder, and a husband or wife who is a minor', () => {
    const spouse: MemberInput = {
      name: '李秀英',
      idNumber: idNumberFor(addDays(addYears(START, -18), 1), 24),
      relation: 'spouse',
    };
    expect(faultsOf(self, son('1979-03-15'))).toMatchObject([
      { path: 'members.1.relation', code: 'RELATION_INVALID' },
    ]);
    expect(faultsOf(self, son('1979-03-16'))).toEqual([]);
    expect(faultsOf(self, spouse)).toMatchObject([{ path: 'members.1.relation', code: 'RELATION_INVALID' }]);
  });

  it.each(['王𬭎', '㛃䶮', '阿依古丽·买买提', '〇一'])('takes the name %s', (name) => {
    expect(faultsOf({ ...self, name })).toEqual([]);
  });

  it('stores a name in one spelling, whichever dot was typed', () => {
    const { members } = checkFamily([{ ...self, name: '阿依古丽．买买提' }], START, LIMITS);
    expect(members.map(({ name }) => name)).toEqual(['阿依古丽·买买提']);
  });

  it('refuses more people than the plan takes, and names that are none', () => {
    const many = [self, son('2010-01-01'), son('2011-01-01'), son('2012-01-01'), son('2013-01-01')];
    expect(faultsOf(...many)).toEqual([
      {
        path: 'members',
        code: 'TOO_MANY_MEMBERS',
        message: '这个方案最多保 4 位家人。请减到 4 位，或打客服电话。',
      },
    ]);
    expect(faultsOf({ ...self, name: 'Wang' })).toEqual([{ path: 'members.0.name', code: 'NAME_INVALID' }]);
    expect(faultsOf({ ...self, name: '阿卜杜拉·买买提' })).toEqual([]);
  });

  it('asks adults of 18 for their signature, and nobody younger', () => {
    expect(mustSign({ birthDay: '2008-06-01' }, START)).toBe(true);
    expect(mustSign({ birthDay: '2008-06-02' }, START)).toBe(false);
  });
});

describe('a newborn without an ID number', () => {
  const newborn: MemberInput = {
    name: '王小宝',
    idKind: 'birthCertificate',
    idNumber: 't 350123456',
    relation: 'daughter',
    birthDay: addDays(START, -40),
    sex: 'female',
  };

  it('is taken by the number of the birth certificate, with birth day and sex as entered', () => {
    const { members, faults } = checkFamily([self, newborn], START, LIMITS);
    expect(faults).toEqual([]);
    expect(members[1]).toEqual({ ...newborn, idNumber: 'T350123456', otherDeathCoverFen: null });
  });

  it.each([
    ['too few digits', { idNumber: 'T35012345' }, 'members.1.idNumber', 'BIRTH_CERTIFICATE_WRONG'],
    ['two letters', { idNumber: 'TA35012345' }, 'members.1.idNumber', 'BIRTH_CERTIFICATE_WRONG'],
    [
      'an ID number',
      { idNumber: idNumberFor('2026-04-20', 24) },
      'members.1.idNumber',
      'BIRTH_CERTIFICATE_WRONG',
    ],
    ['no birth day', { birthDay: undefined }, 'members.1.birthDay', 'FIELD_REQUIRED'],
    ['no sex', { sex: undefined }, 'members.1.sex', 'FIELD_REQUIRED'],
    ['the other sex', { sex: 'male' }, 'members.1.relation', 'RELATION_INVALID'],
    ['a birth 27 days ago', { birthDay: addDays(START, -27) }, 'members.1.birthDay', 'MEMBER_TOO_YOUNG'],
    ['a birth to come', { birthDay: addDays(START, 1) }, 'members.1.birthDay', 'MEMBER_TOO_YOUNG'],
    [
      'a first birthday',
      { birthDay: addYears(START, -1) },
      'members.1.idNumber',
      'BIRTH_CERTIFICATE_OUTGROWN',
    ],
  ] as const)('is refused with %s', (_what, change, path, code) => {
    const entry = JSON.parse(JSON.stringify({ ...newborn, ...change })) as MemberInput;
    expect(faultsOf(self, entry)).toMatchObject([{ path, code }]);
  });

  it('may go on with the certificate that it is insured by', () => {
    const older = { ...newborn, birthDay: addYears(START, -2) };
    const { faults } = checkFamily([self, older], START, LIMITS, new Set(['T350123456']));
    expect(faults).toEqual([]);
  });
});

describe('a plan for some of the family', () => {
  const WOMEN = { ...LIMITS, insuredSex: 'female', priceUnit: 'person' } as const;
  const [father, mother, daughter] = WANG.members;
  if (!father || !mother || !daughter) throw new Error('three of them');
  const check = (members: readonly MemberInput[], holder?: MemberInput) =>
    checkFamily(members, START, WOMEN, new Set(), holder);

  it('is bought by a husband for wife and daughter', () => {
    const { members, holder, faults } = check([mother, daughter], father);
    expect(faults).toEqual([]);
    expect(members.map(({ name }) => name)).toEqual([mother.name, daughter.name]);
    expect(holder).toMatchObject({ name: father.name, relation: 'self', sex: 'male' });
  });

  it('says at a man why he cannot join and what to do', () => {
    const { faults } = check([father, mother]);
    expect(faults).toEqual([
      {
        path: 'members.0.idNumber',
        code: 'MEMBER_WRONG_SEX',
        message: '这份保障只保女性，王建国不能参加。请不选王建国，或换一个全家都能参加的方案。',
      },
    ]);
  });

  it('wants somebody to buy it, an adult, once, and of any age above', () => {
    expect(check([mother]).faults).toEqual([{ path: 'members', code: 'HOLDER_MISSING' }]);
    const child = { ...father, idNumber: idNumberFor('2010-01-01', 11) };
    expect(check([mother], child).faults).toContainEqual({
      path: 'holder.idNumber',
      code: 'HOLDER_IS_MINOR',
    });
    expect(check([daughter], { ...father, idNumber: daughter.idNumber }).faults).toContainEqual({
      path: 'holder.idNumber',
      code: 'ID_NUMBER_REPEATED',
    });
    expect(check([{ ...mother, relation: 'self' }], father).faults).toContainEqual({
      path: 'members',
      code: 'HOLDER_MISSING',
    });
    const old = { ...father, idNumber: idNumberFor('1945-01-01', 11) };
    expect(check([mother], old).faults).toEqual([]);
    expect(check([mother], { ...father, name: 'Wang' }).faults).toEqual([
      { path: 'holder.name', code: 'NAME_INVALID' },
    ]);
  });

  it('does not leave the buyer out of a plan for the whole household', () => {
    expect(checkFamily([mother, daughter], START, LIMITS, new Set(), father).faults).toEqual([
      { path: 'members', code: 'HOLDER_MISSING' },
    ]);
  });
});
