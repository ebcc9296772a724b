import { WANG } from 'shared/testing/cast';
import { planSample, salePage } from '../../../test/components/plan-sample';
import {
  changeMembers,
  choosePlan,
  confirm,
  declaredAtPayment,
  emptyPurchase,
  isConfirmed,
  isBegun,
  orderOf,
  pagesToRead,
  resumesAt,
  type Purchase,
} from './purchase';
import { confirmLater, sign, signersOf, unsignedOf, wantingWords } from './signing';

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
      lastDay: '',
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

describe('what is wanting of the signatures', () => {
  const written = [Array.from({ length: 12 }, (_, at): [number, number, number] => [at * 4, at, at])];
  const scratch: Purchase['signatures'][number]['strokes'] = [[[1, 1, 0]]];

  it('names each adult who has written nothing or too little, and nobody who confirms later', () => {
    const none: Purchase = { ...signed, signatures: [] };
    expect(wantingWords(none)).toBe('还差王建国、李秀英签名');
    expect(wantingWords({ ...none, ...confirmLater(none, 1) })).toBe('还差王建国签名');
    expect(unsignedOf({ ...none, ...confirmLater(none, 1) })).toEqual([0]);
    const short: Purchase = { ...none, ...sign(none, 0, scratch) };
    expect(wantingWords(short)).toBe('还差李秀英签名；王建国的签名太短，请写全名');
    const both: Purchase = { ...short, ...sign(short, 0, written) };
    expect(wantingWords({ ...both, ...sign(both, 1, written) })).toBeUndefined();
  });
});

describe('a renewal', () => {
  const health = salePage('health', 'health');
  const plan = { ...planSample, documents: [salePage('clauses', 'clauses'), health] };

  it('declares its health where it pays; a first purchase reads it on a page of its own', () => {
    const renews: Purchase = { ...signed, renewsPolicyId: `pol_${'a'.repeat(24)}` };
    expect(declaredAtPayment(renews, plan)).toBe(health);
    expect(pagesToRead(renews, plan).map(({ kind }) => kind)).toEqual(['clauses']);
    expect(declaredAtPayment(signed, plan)).toBeUndefined();
    expect(pagesToRead(signed, plan).map(({ kind }) => kind)).toEqual(['clauses', 'health']);
  });
});

describe('a purchase that was left', () => {
  const clauses = { ...salePage(page.id, 'clauses'), ...page };
  const exclusions = salePage('exclusions-100', 'exclusions');
  const plan = { ...planSample, documents: [clauses, exclusions] };
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
    expect(resumes(read)).toBe('pay/pay');
  });

  it('looks at the family again once the day has come on which cover was to start', () => {
    expect(resumes(read, '2026-06-02')).toBe('members/members');
  });
});
