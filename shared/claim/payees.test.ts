import fc from 'fast-check';
import { sumOf } from '../money/fen';
import type { ClaimKind } from './claim.schema';
import { SAMPLE_POLICY as POLICY } from '../testing/sample-policy';
import {
  knownHoldersAmong,
  normaliseAccountNumber,
  newAccountFaults,
  payeeFaults,
  payeeRelationsFor,
  payeeSharesOf,
  type NamedPayee,
} from './payees';

const TODAY = '2026-07-01';
const [FATHER, MOTHER, CHILD] = [0, 1, 2];
const SELF: NamedPayee = {
  relation: 'self',
  holder: '王建国',
  number: '6222021402001234567',
  weight: 1,
  proofPhoto: null,
};
interface Asked {
  personIndex?: number;
  kind?: ClaimKind;
  today?: string;
}
const faults = (
  payees: readonly NamedPayee[],
  { personIndex = FATHER, kind = 'medical', today = TODAY }: Asked = {},
) =>
  payeeFaults(POLICY.insured, { personIndex, kind, photos: ['a', 'b'], payees }, today).map(
    ({ path, code }) => `${path} ${code}`,
  );
const heir = (changes: Partial<NamedPayee> = {}): NamedPayee => ({
  ...SELF,
  relation: 'heir',
  holder: '李秀英',
  proofPhoto: 1,
  ...changes,
});

describe('the account of a payee', () => {
  it.each([
    '123456789012',
    '1234567890123456789',
    '6222 0214 0200 1234 567',
    '6222-0214-0200-1234',
    '６２２２０２１４０２００１２３４',
  ])('takes %s', (number) => {
    expect(faults([{ ...SELF, number }])).toEqual([]);
  });
  it.each(['12345678901', '12345678901234567890', '6222O21402001234567', '六二二二', ''])(
    'refuses %p at its field',
    (number) => {
      expect(faults([{ ...SELF, number }])).toEqual(['payees.0.number ACCOUNT_INVALID']);
    },
  );
  it('is stored without the spaces people type', () => {
    expect(normaliseAccountNumber('6222 0214 0200 1234 567')).toBe('6222021402001234567');
  });
});

describe('who is paid', () => {
  it('is the adult who was hurt, alone', () => {
    expect(payeeRelationsFor('medical', true)).toEqual(['self']);
    expect(faults([{ ...SELF, holder: '李秀英' }])).toEqual(['payees.0.holder ACCOUNT_NAME_WRONG']);
    expect(faults([{ ...SELF, relation: 'guardian' }])).toEqual(['payees.0.relation PAYEES_WRONG']);
    expect(faults([SELF, { ...SELF, number: '622202140200' }])).toEqual(['payees PAYEES_WRONG']);
  });
  it('of a minor is a guardian: an adult of the policy, or somebody who proves it', () => {
    const guardian = { ...SELF, relation: 'guardian' as const };
    expect(faults([guardian], { personIndex: CHILD })).toEqual([]);
    expect(faults([{ ...guardian, holder: '王大山' }], { personIndex: CHILD })).toEqual([
      'payees.0.proofPhoto PAYEES_WRONG',
    ]);
    expect(faults([{ ...guardian, holder: '王大山', proofPhoto: 0 }], { personIndex: CHILD })).toEqual([]);
    expect(faults([{ ...guardian, holder: '王小雨' }], { personIndex: CHILD })).toContain(
      'payees.0.holder ACCOUNT_NAME_WRONG',
    );
  });
  it("is a child's own on the day it turns 18", () => {
    const people = (today: string) =>
      POLICY.insured.map(({ name, birthDay }) => ({ name, isAdult: birthDay <= today }));
    expect(knownHoldersAmong(people('2008-05-20'), CHILD, 'medical')).toEqual(['王建国', '李秀英']);
    const own = [{ ...SELF, holder: '王小雨' }];
    expect(faults(own, { personIndex: CHILD, today: '2032-05-20' })).toEqual([]);
    expect(faults(own, { personIndex: CHILD, today: '2032-05-19' })).not.toEqual([]);
  });
  it('after a death are heirs and beneficiaries, each with a proof and an account of their own', () => {
    expect(faults([heir(), heir({ holder: '王小雨', number: '622202140201' })], { kind: 'death' })).toEqual(
      [],
    );
    expect(faults([heir({ proofPhoto: null })], { kind: 'death' })).toEqual([
      'payees.0.proofPhoto PAYEES_WRONG',
    ]);
    expect(faults([heir({ proofPhoto: 2 })], { kind: 'death' })).toEqual([
      'payees.0.proofPhoto PAYEES_WRONG',
    ]);
    expect(faults([heir(), heir({ holder: '王小雨' })], { kind: 'death' })).toEqual([
      'payees.1.number PAYEES_WRONG',
    ]);
  });
  it('after a death is never the dead', () => {
    expect(faults([heir({ holder: '李秀英' })], { kind: 'death', personIndex: MOTHER })).toEqual([
      'payees.0.holder ACCOUNT_NAME_WRONG',
    ]);
  });
  it('is told who may be written instead: after a death the heirs, otherwise the person or the parents', () => {
    const told = (kind: ClaimKind, payee: NamedPayee) =>
      payeeFaults(POLICY.insured, { personIndex: FATHER, kind, photos: ['a'], payees: [payee] }, TODAY)[0]
        ?.message;
    expect(told('death', heir({ holder: '王建国', proofPhoto: 0 }))).toMatch(/继承人或受益人/);
    expect(told('medical', { ...SELF, holder: '李秀英' })).toBeUndefined();
  });
});

describe('another account for a payee whose money came back', () => {
  const payees = ['6222021402001234567', '6222021402000000001'].map((number) => ({
    account: { holder: '', number, bank: '' },
  }));
  const codes = (position: number, number: string) =>
    newAccountFaults(payees, position, number).map(({ path, code }) => `${path} ${code}`);
  it('may be a new one, or the same again', () => {
    expect(codes(0, '6217 0018 2000 7654 321')).toEqual([]);
    expect(codes(0, '6222021402001234567')).toEqual([]);
  });
  it('is a number of a bank, and nobody else`s of the same claim, however it is typed', () => {
    expect(codes(0, '😀')).toEqual(['number ACCOUNT_INVALID']);
    expect(codes(0, '６２２２ 0214 0200 0000 001')).toEqual(['number PAYEES_WRONG']);
  });
});

describe('shares of payees', () => {
  it('are in whole fen, in proportion, and add up, whatever the weights', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 100_000_000 }),
        fc.array(fc.integer({ min: 1, max: 10_000 }), { minLength: 1, maxLength: 10 }),
        (totalFen, weights) => {
          const shares = payeeSharesOf(
            totalFen,
            weights.map((weight) => ({ weight })),
          );
          const whole = sumOf(weights);
          expect(sumOf(shares)).toBe(totalFen);
          shares.forEach((share, index) => {
            expect(Math.abs(share - (totalFen * (weights[index] ?? 0)) / whole)).toBeLessThan(1);
          });
        },
      ),
    );
  });
});
