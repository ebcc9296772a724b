import { SAMPLE_POLICY } from '../testing/sample-policy';
import { startOfChinaDay } from '../time/china-day';
import { coverForPerson, kindsCovered } from './cover-for-person';

const PLAN: Parameters<typeof coverForPerson>[1] = {
  medical: {
    kind: 'medical',
    limitFen: 12_000_00,
    deductibleFen: 100_00,
    ratioAfterSocialInsurance: 9_000,
    ratioWithoutSocialInsurance: 8_000,
    clause: '第四条',
  },
  allowance: null,
  illness: null,
};
const WITH_ALLOWANCE = {
  ...PLAN,
  allowance: { kind: 'allowance', perDayFen: 50_00, waitingDays: 3, maxDays: 90, clause: '第五条' },
} as const;
const asked = { personKey: 'per_a', accidentAt: startOfChinaDay('2026-07-01'), tellsLeft: true };
const [father, ...others] = SAMPLE_POLICY.insured;
if (!father) throw new Error('a family without a father');

describe('what a policy covers for a person', () => {
  it('is the share and the family`s medical money, less what was paid', () => {
    const policy = {
      ...SAMPLE_POLICY,
      medicalPaidFen: 2_000_00,
      insured: [{ ...father, accidentPaidFen: 6_666_67 }, ...others],
    };
    expect(coverForPerson(policy, PLAN, asked)).toMatchObject({
      accident: { shareFen: 66_666_67, leftFen: 60_000_00, consentAwaited: false },
      medical: { limitFen: 12_000_00, leftFen: 10_000_00, deductibleFen: 100_00 },
      allowance: null,
      illness: null,
    });
  });

  it('counts days in hospital where the plan pays them', () => {
    const policy = {
      ...SAMPLE_POLICY,
      insured: [{ ...father, allowancePerDayFen: 50_00, allowanceDaysPaid: 12 }, ...others],
    };
    const { allowance } = coverForPerson(policy, WITH_ALLOWANCE, asked);
    expect(allowance).toEqual({ perDayFen: 50_00, waitingDays: 3, maxDays: 90, daysLeft: 78 });
  });

  it('is the larger share of before for an accident before a newborn was listed', () => {
    const policy = {
      ...SAMPLE_POLICY,
      additions: [{ at: 0, startAt: startOfChinaDay('2026-10-05'), sharesBefore: [100_000_00, 100_000_00] }],
    };
    const shareOn = (day: string) =>
      coverForPerson(policy, PLAN, { ...asked, accidentAt: startOfChinaDay(day) }).accident?.shareFen;
    expect(shareOn('2026-10-04')).toBe(100_000_00);
    expect(shareOn('2026-10-05')).toBe(66_666_67);
  });

  it('does not say what is left where it must not be told', () => {
    const cover = coverForPerson(SAMPLE_POLICY, PLAN, { ...asked, tellsLeft: false });
    expect(cover).toMatchObject({ accident: { leftFen: null }, medical: { leftFen: null } });
  });

  it('says that consent is awaited', () => {
    const policy = { ...SAMPLE_POLICY, insured: [{ ...father, consent: null }, ...others] };
    expect(coverForPerson(policy, PLAN, asked).accident).toMatchObject({ consentAwaited: true });
  });
});

it('kinds are those that one of the covers answers, each once', () => {
  const none = { accident: null, medical: null, allowance: null, illness: null };
  const family = coverForPerson(SAMPLE_POLICY, PLAN, asked);
  const illness = { ...none, illness: { sumFen: 50_000_00, leftFen: 50_000_00, waitingDays: 90 } };
  expect(kindsCovered([none])).toEqual([]);
  expect(kindsCovered([family, family])).toEqual(['medical', 'disability', 'death']);
  expect(kindsCovered([illness, family])).toEqual(['medical', 'disability', 'death', 'illness']);
});
