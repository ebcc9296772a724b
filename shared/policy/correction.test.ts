import { SAMPLE_POLICY } from '../testing/sample-policy';
import { addDays, DAY_MS, instantAt } from '../time/china-day';
import { correctableOn, GIFT_CORRECTION_DAYS, isCorrectable } from './correction';

const { startAt, endAt } = SAMPLE_POLICY;
const SPONSOR = { kind: 'government', sponsorId: 'spo_x', name: '明溪县财政局' } as const;
const GIFT = { ...SAMPLE_POLICY, payers: [{ ...SPONSOR, amountFen: 100_00 }] };
const OPENED = instantAt('2026-09-01', '10:00');
const LAST = OPENED + GIFT_CORRECTION_DAYS * DAY_MS;

describe('names and numbers on a policy can be put right', () => {
  it.each([
    ['of a bought one until cover starts', SAMPLE_POLICY, startAt - 1, startAt],
    ['of a gift until ten days after it was opened', { ...GIFT, openedAt: OPENED }, LAST - 1, LAST],
    ['of a gift that is being opened, however late', GIFT, endAt - 1, endAt],
    [
      'of a gift opened before its start, at least until then',
      { ...GIFT, openedAt: instantAt(addDays('2026-06-01', -40), '10:00') },
      startAt - 1,
      startAt,
    ],
  ])('%s', (_what, policy, until, after) => {
    expect([isCorrectable(policy, until), isCorrectable(policy, after)]).toEqual([true, false]);
  });

  it('not of one that the family paid a part of, was cancelled, was claimed under, or to which somebody was added', () => {
    const [gift] = GIFT.payers;
    const self = { kind: 'self', sponsorId: null, name: null, amountFen: 40_00 } as const;
    const addition = { at: OPENED, startAt: OPENED, sharesBefore: [1] };
    for (const policy of [
      { ...GIFT, payers: [...(gift ? [{ ...gift, amountFen: 60_00 }] : []), self] },
      { ...GIFT, state: 'cancelled' as const },
      { ...GIFT, additions: [addition] },
      { ...GIFT, claimIds: ['clm_x'] },
    ])
      expect(isCorrectable({ ...policy, openedAt: OPENED }, OPENED + 1)).toBe(false);
  });

  it('of a child insured by birth certificate its ID number, as long as the policy covers', () => {
    const insured = SAMPLE_POLICY.insured.map((person, index) =>
      index === 2 ? { ...person, idKind: 'birthCertificate' as const } : person,
    );
    const policy = { ...SAMPLE_POLICY, insured };
    const number = ['nothing', 'nothing', 'idNumber'];
    const nothing = ['nothing', 'nothing', 'nothing'];
    expect(correctableOn(policy, startAt - 1)).toEqual(['all', 'all', 'all']);
    expect(correctableOn({ ...policy, claimIds: ['clm_x'] }, startAt)).toEqual(number);
    expect([correctableOn(policy, endAt - 1), correctableOn(policy, endAt)]).toEqual([number, nothing]);
    expect(correctableOn({ ...policy, state: 'cancelled' }, startAt)).toEqual(nothing);
    expect(correctableOn(SAMPLE_POLICY, startAt)).toEqual(nothing);
  });
});
