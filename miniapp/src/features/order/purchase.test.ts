import { WANG } from 'shared/testing/cast';
import { planSample, salePage } from '../../../test/components/plan-sample';
import {
  changeMembers,
  choosePlan,
  confirm,
  confirmLater,
  emptyPurchase,
  isConfirmed,
  isBegun,
  orderOf,
  resumesAt,
  sign,
  signersOf,
  unsignedOf,
  type Purchase,
} from './purchase';

const page = { id: 'clauses-100', version: '1', sha256: 'a'.repeat(64) };
const name: [number, number, number][][] = [
  [
    [0, 0, 0],
    [40, 10, 5],
  ],
];
const signed: Purchase = {
  ...emptyPurchase,
  planId: 'plan-100',
  planVersion: 1,
  priceFen: 100_00,
  members: [...WANG.members],
  phone: WANG.phone,
  checked: WANG.members.map((member, position) => ({
    name: member.name,
    mustSign: position < 2,
    accidentShareFen: 1,
    allowancePerDayFen: 0,
    illnessSumFen: 0,
  })),
  confirmations: [{ documentId: page.id, version: page.version, sha256: page.sha256 }],
  signatures: [{ memberIndex: 0, strokes: name }],
};

describe('a purchase under way', () => {
  it('starts with nothing confirmed and nobody signed', () => {
    expect(emptyPurchase.confirmations).toEqual([]);
    expect(emptyPurchase.signatures).toEqual([]);
    expect(isConfirmed(emptyPurchase, page)).toBe(false);
  });

  it('counts a confirmation only for the very text that was shown', () => {
    expect(isConfirmed(signed, page)).toBe(true);
    expect(isConfirmed(signed, { ...page, sha256: 'b'.repeat(64) })).toBe(false);
  });

  it('keeps one confirmation for a page that is confirmed again', () => {
    const again = confirm(signed, { ...page, version: '2', sha256: 'b'.repeat(64) }, 1);
    expect(again.confirmations).toMatchObject([
      { documentId: page.id, version: '2', sha256: 'b'.repeat(64) },
    ]);
  });

  it('keeps the moment of each press, and of a page that is pressed again the first', () => {
    const first = { ...emptyPurchase, ...confirm(emptyPurchase, page, 1_780_000_000_000) };
    const next = { ...page, id: 'exclusions-100' };
    const both = { ...first, ...confirm(first, next, 1_780_000_060_000) };
    const again = { ...both, ...confirm(both, page, 1_780_000_120_000) };
    expect(orderOf(again, {}).confirmations.map(({ confirmedAt }) => confirmedAt)).toEqual([
      1_780_000_000_000, 1_780_000_060_000,
    ]);
  });

  it('forgets what was confirmed and signed when another plan is chosen, and not when the same is', () => {
    expect(choosePlan(signed, { ...planSample, id: 'plan-200', priceFen: 200_00 })).toMatchObject({
      planId: 'plan-200',
      priceFen: 200_00,
      confirmations: [],
      signatures: [],
    });
    expect(choosePlan(signed, planSample)).toEqual({
      planId: 'plan-100',
      planVersion: 1,
      priceFen: 100_00,
      priceUnit: 'household',
      insuredSex: 'any',
      copies: 1,
      renewsPolicyId: '',
      consented: [],
    });
  });

  it('forgets signatures when the list of people changes', () => {
    expect(changeMembers(signed.members.slice(0, 2))).toMatchObject({
      signatures: [],
      checked: [],
      people: 2,
    });
  });

  it('keeps one signature a person, in the order of the list, and takes an empty one back', () => {
    const both = { ...signed, ...sign({ ...signed, signatures: [] }, 1, name) };
    const ordered = sign(both, 0, name);
    expect(ordered.signatures?.map(({ memberIndex }) => memberIndex)).toEqual([0, 1]);
    expect(sign(signed, 0, []).signatures).toEqual([]);
  });

  it('asks exactly the adults of the check to sign', () => {
    expect(signersOf(signed)).toEqual([0, 1]);
  });

  it('gives the same text for the same purchase, also after it was read back from the phone', () => {
    const readBack = JSON.parse(JSON.stringify(signed)) as Purchase;
    expect(JSON.stringify(orderOf(readBack, {}))).toBe(JSON.stringify(orderOf(signed, {})));
    expect(orderOf(signed, {})).not.toHaveProperty('referralCode');
  });
});

describe('a purchase that was left', () => {
  const clauses = { ...salePage(page.id, 'clauses'), ...page };
  const exclusions = salePage('exclusions-100', 'exclusions');
  const plan = { ...planSample, documents: [clauses, exclusions] };
  const writtenName = [Array.from({ length: 12 }, (_, at): [number, number, number] => [at * 4, at, at])];
  const left: Purchase = { ...signed, startDay: '2026-06-02' };
  const read: Purchase = { ...left, ...confirm(left, exclusions, 1) };
  const resumes = (of: Purchase, today = '2026-06-01') =>
    resumesAt(of, plan, today).replace('/packages/buy/pages/', '');

  it('is one only with a plan and with people', () => {
    expect([emptyPurchase, { ...emptyPurchase, planId: 'plan-100' }, signed].map(isBegun)).toEqual([
      false,
      false,
      true,
    ]);
  });

  it('goes on where it was', () => {
    expect(resumes({ ...left, checked: [] })).toBe('members/members');
    expect(resumes(left)).toBe('document/document?planId=plan-100&documentId=exclusions-100');
    expect(resumes(read)).toBe('sign/sign');
    expect(resumes({ ...read, ...confirmLater(read, 1) })).toBe('sign/sign');
    expect(unsignedOf({ ...read, ...confirmLater(read, 1) })).toEqual([0]);
    const both = { ...read, ...sign(read, 0, writtenName) };
    expect(resumes({ ...both, ...sign(both, 1, writtenName) })).toBe('pay/pay');
  });

  it('looks at the family again once the day has come on which cover was to start', () => {
    expect(resumes(read, '2026-06-02')).toBe('members/members');
  });
});
