import { SAMPLE_POLICY as POLICY } from '../testing/sample-policy';
import { instantAt, startOfChinaDay } from '../time/china-day';
import { answerOf } from './answering';
import { claimableUnder } from './claimed-cover';
import { filingFaults, isInboxFile, type Filing } from './filing';

const NOW = startOfChinaDay('2026-07-01');
const PAYEE: Filing['payees'][number] = {
  relation: 'self',
  holder: '王建国',
  number: '6222021402001234567',
  weight: 1,
  proofPhoto: null,
};
const FILING: Filing = {
  personIndex: 0,
  kind: 'medical',
  accidentDay: '2026-06-20',
  accidentTime: '08:30',
  description: '下楼梯踩空摔倒',
  voice: null,
  photos: ['cloud://a.b/claims-inbox/1.jpg'],
  payees: [PAYEE],
};
/** As the answering policies are found: by the instant of the accident. */
const faultsUnder = (policy: typeof POLICY, filing: Filing, now = NOW) => {
  const at = instantAt(filing.accidentDay, filing.accidentTime);
  const personKey = policy.insured[filing.personIndex]?.personKey ?? '';
  const answering = answerOf(policy, personKey, at) === 'answers' ? [policy] : [];
  return filingFaults(policy, claimableUnder(answering, personKey, at), filing, now);
};
const faults = (changes: Partial<Filing>, now = NOW, policy = POLICY) =>
  faultsUnder(policy, { ...FILING, ...changes }, now).map(({ path, code }) => `${path} ${code}`);

describe('covered or not', () => {
  it('is judged at the accident: 23:59 before the first day is not covered, 00:00 is', () => {
    expect(faults({ accidentDay: '2026-06-01', accidentTime: '23:59' })).toEqual([
      'accidentDay NOT_COVERED_THAT_DAY',
    ]);
    expect(faults({ accidentDay: '2026-06-02', accidentTime: '00:00' })).toEqual([]);
  });
  it('lasts until 23:59 of the last day, and may be claimed long after', () => {
    const late = startOfChinaDay('2028-01-01');
    expect(faults({ accidentDay: '2027-06-01', accidentTime: '23:59' }, late)).toEqual([]);
    expect(faults({ accidentDay: '2027-06-02', accidentTime: '00:00' }, late)).toEqual([
      'accidentDay NOT_COVERED_THAT_DAY',
    ]);
  });
  it('is never in the future', () => {
    expect(faults({ accidentDay: '2026-07-01', accidentTime: '00:00' })).toEqual([]);
    expect(faults({ accidentDay: '2026-07-01', accidentTime: '00:01' })).toEqual([
      'accidentDay ACCIDENT_IN_FUTURE',
    ]);
  });
  it('ends with the day on which a policy was cancelled, and not before', () => {
    const cancelled = { ...POLICY, state: 'cancelled' as const, endAt: startOfChinaDay('2026-06-21') };
    expect(faults({}, NOW, cancelled)).toEqual([]);
    expect(faults({ accidentDay: '2026-06-21' }, NOW, cancelled)).toEqual([
      'accidentDay NOT_COVERED_THAT_DAY',
    ]);
  });
  it('is nothing in a policy that was cancelled before it started', () => {
    const never = { ...POLICY, state: 'cancelled' as const, endAt: POLICY.startAt };
    expect(faults({ accidentDay: '2026-06-02', accidentTime: '00:00' }, NOW, never)).toEqual([
      'accidentDay NOT_COVERED_THAT_DAY',
    ]);
  });
});

describe('a report with several faults', () => {
  it('tells each at its place', () => {
    expect(
      faults({
        personIndex: 7,
        accidentDay: '2026-08-01',
        description: '摔',
      }),
    ).toEqual([
      'personIndex PERSON_NOT_INSURED',
      'accidentDay ACCIDENT_IN_FUTURE',
      'description DESCRIPTION_MISSING',
    ]);
  });
  it('is not before the person was born, and needs no words where there is a voice', () => {
    expect(faults({ accidentDay: '1979-03-14' })).toEqual(['accidentDay ACCIDENT_BEFORE_BIRTH']);
    expect(faults({ description: '', voice: 'cloud://a.b/claims-inbox/1.mp3' })).toEqual([]);
  });
});

describe('an upload', () => {
  it('lies in the inbox', () => {
    expect(isInboxFile('cloud://env-1.abc-env/claims-inbox/a1.jpg')).toBe(true);
  });
  it.each([
    'cloud://env-1.abc-env/claims/0123.jpg',
    'cloud://env-1.abc-env/claims-inbox/../claims/0123.jpg',
    'cloud://env-1.abc-env/other/claims-inbox/a.jpg',
    'https://example.com/claims-inbox/a.jpg',
    'claims-inbox/a.jpg',
    'cloud://env/claims-inbox/a.jpg?x=1',
    '',
  ])('is not %p', (fileId) => {
    expect(isInboxFile(fileId)).toBe(false);
  });
});

describe('a claim that the plan has no coverage for', () => {
  const filed = (policy: typeof POLICY, kind: 'medical' | 'disability' | 'death') =>
    faultsUnder(policy, { ...FILING, kind }).filter(({ path }) => path === 'kind');
  const noAccident = { ...POLICY, insured: POLICY.insured.map((one) => ({ ...one, accidentShareFen: 0 })) };

  it('says at the kind what the policy does pay, and what to do', () => {
    expect(filed({ ...POLICY, medicalLimitFen: 0 }, 'medical')).toEqual([
      {
        path: 'kind',
        code: 'KIND_NOT_COVERED',
        message: expect.stringMatching(/不保“看病花了钱.*能报的是“落下残疾.*别的保障/) as string,
      },
    ]);
    expect(filed(noAccident, 'death')).toMatchObject([{ code: 'KIND_NOT_COVERED' }]);
    expect(filed({ ...noAccident, medicalLimitFen: 0 }, 'disability')).toMatchObject([
      { message: expect.stringContaining('客服电话') as string },
    ]);
  });

  it('says nothing where there is cover', () => {
    expect(filed({ ...POLICY, medicalLimitFen: 0 }, 'disability')).toEqual([]);
    expect(filed(noAccident, 'medical')).toEqual([]);
  });
});
