import { EMPTY_CLAIM_DRAFT, type ClaimDraft } from './claim-draft';
import { faultsOfStep, FILING_STEPS, firstStepToMend, stepOf } from './filing-steps';

const complete: ClaimDraft = {
  ...EMPTY_CLAIM_DRAFT,
  policyId: 'pol_aaaaaaaaaaaaaaaaaaaa',
  personIndex: 0,
  kind: 'medical',
  cause: 'fall',
  accidentDay: '2026-06-04',
  accidentTime: '14:30',
  place: '村口',
  description: '骑车摔倒了',
  photos: [{ path: 'a.jpg', fileId: 'cloud://x/claims-inbox/a.jpg' }],
  holder: '王建国',
  number: '6222 0214 0200 1234 567',
  bank: '农商银行',
};

describe('the steps of a report', () => {
  it('let a complete report through, spaces in the account number included', () => {
    expect(FILING_STEPS.flatMap((step) => faultsOfStep(step, complete))).toEqual([]);
  });

  it.each([
    ['who', { personIndex: -1 }, 'personIndex'],
    ['what', { kind: undefined }, 'kind'],
    ['what', { accidentDay: '2026-02-30' }, 'accidentDay'],
    ['what', { accidentTime: '' }, 'accidentTime'],
    ['what', { place: ' 村 ' }, 'place'],
    ['what', { description: '摔' }, 'description'],
    ['papers', { photos: [] }, 'photos'],
    ['account', { holder: '' }, 'account.holder'],
    ['account', { number: '12345' }, 'account.number'],
    ['account', { bank: '农' }, 'account.bank'],
  ] as const)('step %s stops on %j and names %s in Chinese', (step, change, path) => {
    const faults = faultsOfStep(step, { ...complete, ...change } as ClaimDraft);
    expect(faults).toEqual([{ path, message: expect.stringMatching(/[一-鿿]/) as string }]);
  });

  it('judges only the question asked when it is told to', () => {
    expect(faultsOfStep('what', EMPTY_CLAIM_DRAFT, ['place']).map(({ path }) => path)).toEqual(['place']);
  });

  it('know where each place of the input is mended, the earliest step first', () => {
    expect(stepOf('photos.1')).toBe('papers');
    expect(stepOf('account.holder')).toBe('account');
    expect(stepOf('somethingNew')).toBe('account');
    expect(
      firstStepToMend([
        { path: 'account.number', message: '' },
        { path: 'photos.0', message: '' },
      ]),
    ).toBe('papers');
  });
});
