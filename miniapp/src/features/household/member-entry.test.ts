import type { MemberInput } from 'shared/household/member.schema';
import { WANG } from 'shared/testing/cast';
import { idNumberFor } from 'shared/testing/id-numbers';
import { asksForOther, emptyEntry, entryOf, readEntry, type MemberEntry } from './member-entry';
import { readContact } from './read-contact';

const START = '2026-06-02';
const wife: MemberEntry = {
  ...emptyEntry('spouse'),
  name: '李秀英',
  idNumber: WANG.members[1]?.idNumber ?? '',
};
const daughter: MemberEntry = {
  ...emptyEntry('daughter'),
  name: '王小雨',
  idNumber: WANG.members[2]?.idNumber ?? '',
  other: 'none',
};
const newborn: MemberEntry = {
  ...emptyEntry('son'),
  name: '王小宝',
  idKind: 'birthCertificate',
  idNumber: 'ｔ３５０１２３４５６',
  birthDay: '2026-04-01',
  sex: 'male',
  other: 'some',
  otherYuan: '50000',
};

describe('a member while it is being typed', () => {
  it.each([
    ['no relation', { ...wife, relation: undefined }, 'relation'],
    ['no name', { ...wife, name: ' \u3000' }, 'name'],
    ['nothing but zero widths for a name', { ...wife, name: '\u200b' }, 'name'],
    ['a name with a control character', { ...wife, name: '李\u0000英' }, 'name'],
    ['a name of 31 characters', { ...wife, name: '李'.repeat(31) }, 'name'],
    ['no number', { ...wife, idNumber: ' ' }, 'idNumber'],
    ['a number of 41 characters', { ...wife, idNumber: '1'.repeat(41) }, 'idNumber'],
    ['a birth day that does not exist', { ...newborn, birthDay: '2026-02-30' }, 'birthDay'],
    ['no answer about a child`s other cover', { ...daughter, other: undefined }, 'other'],
    ['other cover without a sum', { ...daughter, other: 'some' as const }, 'otherYuan'],
    ['other cover in words', { ...daughter, other: 'some' as const, otherYuan: '五万' }, 'otherYuan'],
    ['other cover below zero', { ...daughter, other: 'some' as const, otherYuan: '-5' }, 'otherYuan'],
    [
      'other cover of a trillion',
      { ...daughter, other: 'some' as const, otherYuan: '999999999999' },
      'otherYuan',
    ],
  ])('with %s is told so at the field', (_what, entry, field) => {
    expect(readEntry(entry, START).faults).toMatchObject({
      [field]: expect.stringMatching(/[一-鿿]/) as string,
    });
  });

  it('keeps a newborn with plain characters, and what others would pay in fen', () => {
    expect(readEntry(newborn, START).member).toEqual({
      name: '王小宝',
      relation: 'son',
      idKind: 'birthCertificate',
      idNumber: 'T350123456',
      birthDay: '2026-04-01',
      sex: 'male',
      otherDeathCoverFen: 50_000_00,
    });
  });

  it('is the same when it is opened again', () => {
    const members = [wife, daughter, newborn].map((entry) => readEntry(entry, START).member as MemberInput);
    expect(members.map((member) => readEntry(entryOf(member), START).member)).toEqual(members);
  });

  it('asks about other cover of minors alone', () => {
    expect(asksForOther(wife, START)).toBe(false);
    expect(asksForOther(daughter, START)).toBe(true);
    expect(asksForOther({ ...daughter, idNumber: idNumberFor('2008-06-02', 24) }, START)).toBe(false);
    expect(asksForOther({ ...daughter, idNumber: idNumberFor('2008-06-03', 24) }, START)).toBe(true);
  });
});

describe('a contact for the renewal', () => {
  it('may be left out whole, never half', () => {
    expect(readContact({ name: ' ', phone: '', relation: '' })).toEqual({ contact: null });
    expect(Object.keys(readContact({ name: '王小梅', phone: '', relation: '' }).faults ?? {}).sort()).toEqual(
      ['phone', 'relation'],
    );
  });
  it('takes a phone number as keyboards write it', () => {
    const typed = { name: '王小梅', phone: '１３８ 5080-9999', relation: '妹妹' };
    expect(readContact(typed).contact).toEqual({ ...typed, phone: '13850809999' });
  });
});
