import fc from 'fast-check';
import { sumOf } from '../money/fen';
import { ownPartOf, payerWords } from './payer-words';
import { arePledged, doubledShare, payersOf, returnedFrom, sponsoredFen, usedFor } from './shares';
import type { Sponsorship, SponsorShare } from './sponsorship.schema';

const shareOf = (changes: Partial<SponsorShare> = {}): SponsorShare => ({
  kind: 'government',
  sponsorId: 'spo_county',
  name: '明溪县财政局',
  rosterId: 'ros_x',
  shareFen: 60_00,
  state: 'pledged',
  policyId: null,
  usedFen: 0,
  ...changes,
});
const EMPLOYER = shareOf({ kind: 'employer', sponsorId: 'spo_mill', name: '胡坊水泥厂', rosterId: 'ros_y' });
const of = (...shares: SponsorShare[]): Sponsorship => ({ id: 'spn_x', nameKey: 'per_x', shares });

describe('who pays a premium', () => {
  it('is the family alone when nobody else pays', () => {
    expect(payersOf(100_00, undefined)).toEqual([
      { kind: 'self', sponsorId: null, name: null, amountFen: 100_00 },
    ]);
    expect(payersOf(100_00, of(shareOf({ state: 'used' }), shareOf({ state: 'returned' })))).toHaveLength(1);
  });

  it('is a government first, then an employer, then the family', () => {
    const payers = payersOf(150_00, of(EMPLOYER, shareOf()));
    expect(payers.map(({ kind, amountFen }) => [kind, amountFen])).toEqual([
      ['government', 60_00],
      ['employer', 60_00],
      ['self', 30_00],
    ]);
  });

  it('never pays more than the premium, and leaves the family out when nothing is left for it', () => {
    const payers = payersOf(100_00, of(shareOf(), EMPLOYER));
    expect(payers.map(({ kind, amountFen }) => [kind, amountFen])).toEqual([
      ['government', 60_00],
      ['employer', 40_00],
    ]);
    expect(sponsoredFen(payers)).toBe(100_00);
  });

  it('always adds up to the premium', () => {
    const share = fc.record({
      kind: fc.constantFrom('government' as const, 'employer' as const, 'donor' as const),
      shareFen: fc.integer({ min: 0, max: 500_00 }),
      state: fc.constantFrom('pledged' as const, 'used' as const, 'returned' as const),
    });
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 400_00 }),
        fc.array(share, { maxLength: 4 }),
        (premium, shares) => {
          const payers = payersOf(premium, of(...shares.map(shareOf)));
          expect(sumOf(payers.map(({ amountFen }) => amountFen))).toBe(premium);
          expect(payers.filter(({ kind, amountFen }) => kind !== 'self' && amountFen === 0)).toEqual([]);
        },
      ),
    );
  });
});

describe('what a family reads before it pays', () => {
  it.each([
    [[shareOf()], '明溪县财政局替您家出 60 元，您付 40 元。', 40_00],
    [[shareOf(), EMPLOYER], '明溪县财政局替您家出 60 元，胡坊水泥厂替您家出 40 元，您不用付钱。', 0],
    [[], undefined, 100_00],
  ])('names every payer and what is left', (shares, words, own) => {
    const payers = payersOf(100_00, of(...shares));
    expect(payerWords(payers)).toBe(words);
    expect(ownPartOf(payers)).toBe(own);
  });
});

describe('a double subsidy', () => {
  it('is a second government, or a second body of another kind', () => {
    expect(doubledShare(of(shareOf()), 'government')).toMatchObject({ rosterId: 'ros_x' });
    expect(doubledShare(of(EMPLOYER), 'donor')).toMatchObject({ rosterId: 'ros_y' });
    expect(doubledShare(of(EMPLOYER), 'government')).toBeUndefined();
    expect(doubledShare(undefined, 'donor')).toBeUndefined();
  });

  it('is none once the first went back', () => {
    expect(doubledShare(of(shareOf({ state: 'returned' })), 'government')).toBeUndefined();
    expect(doubledShare(of(shareOf({ state: 'used' })), 'government')).toBeDefined();
  });
});

describe('the money of a pledge', () => {
  it('is used once, for one policy, as far as the premium went', () => {
    const sponsorship = of(shareOf(), EMPLOYER);
    const payers = payersOf(100_00, sponsorship);
    expect(arePledged(payers, sponsorship)).toBe(true);
    const used = usedFor(sponsorship, payers, 'pol_x');
    expect(used.shares).toMatchObject([
      { state: 'used', policyId: 'pol_x', usedFen: 60_00 },
      { state: 'used', policyId: 'pol_x', usedFen: 40_00 },
    ]);
    expect(arePledged(payers, used)).toBe(false);
    expect(usedFor(used, payers, 'pol_y')).toEqual(used);
  });

  it('belongs to the body again when the policy is cancelled', () => {
    const used = usedFor(of(shareOf()), payersOf(60_00, of(shareOf())), 'pol_x');
    expect(returnedFrom(used, 'pol_y')).toEqual(used);
    expect(returnedFrom(used, 'pol_x').shares).toMatchObject([{ state: 'returned', policyId: 'pol_x' }]);
  });
});
