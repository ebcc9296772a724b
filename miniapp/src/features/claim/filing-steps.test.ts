import { EMPTY_CLAIM_DRAFT, newPayee, type ClaimDraft, type PayeeDraft } from './claim-draft';
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
  payees: [
    {
      ...newPayee('self'),
      holder: '王建国',
      number: '6222 0214 0200 1234 567',
      bank: '农商银行',
    },
  ],
};
const people = [
  { name: '王建国', isAdult: true },
  { name: '李秀英', isAdult: true },
  { name: '王小雨', isAdult: false },
];
const payee = (change: Partial<PayeeDraft>): Partial<ClaimDraft> => ({
  payees: complete.payees.map((one) => ({ ...one, ...change })),
});

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
    ['what', { place: '😀😀' }, 'place'],
    ['what', { description: '……！！' }, 'description'],
    ['papers', { photos: [] }, 'photos'],
    ['account', { payees: [] }, 'payees'],
    ['account', payee({ holder: '李秀英' }), 'payees.0.holder'],
    ['account', payee({ number: '12345' }), 'payees.0.number'],
    ['account', payee({ bank: '农' }), 'payees.0.bank'],
    ['account', payee({ bank: '12345' }), 'payees.0.bank'],
    ['account', payee({ relation: 'heir' }), 'payees.0.relation'],
  ] as const)('step %s stops on %j and names %s in Chinese', (step, change, path) => {
    const faults = faultsOfStep(step, { ...complete, ...change } as ClaimDraft, { people });
    expect(faults).toEqual([{ path, message: expect.stringMatching(/[一-鿿]/) as string }]);
  });

  it('lets a voice note stand for the words', () => {
    const voice = { path: 'v.mp3', fileId: '', seconds: 12 };
    expect(faultsOfStep('what', { ...complete, description: '', voice })).toEqual([]);
  });

  it('asks every heir for a proof among the photos and an account of their own', () => {
    const heir = { ...newPayee('heir'), holder: '李秀英', number: '622202140200', bank: '农业银行' };
    const death: ClaimDraft = { ...complete, kind: 'death', payees: [{ ...heir, proof: 'a.jpg' }, heir] };
    expect(faultsOfStep('account', death, { people }).map(({ path }) => path)).toEqual([
      'payees.1.proofPhoto',
      'payees.1.number',
    ]);
    const gone = { ...death, payees: [{ ...heir, proof: 'gone.jpg' }] };
    expect(faultsOfStep('account', gone, { people }).map(({ path }) => path)).toEqual([
      'payees.0.proofPhoto',
    ]);
  });

  it('judges only the question asked when it is told to', () => {
    expect(faultsOfStep('what', EMPTY_CLAIM_DRAFT, { paths: ['place'] }).map(({ path }) => path)).toEqual([
      'place',
    ]);
  });

  it('know where each place of the input is mended, the earliest step first', () => {
    expect(stepOf('photos.1')).toBe('papers');
    expect(stepOf('payees.1.holder')).toBe('account');
    expect(stepOf('somethingNew')).toBe('account');
    expect(
      firstStepToMend([
        { path: 'payees.0.number', message: '' },
        { path: 'photos.0', message: '' },
      ]),
    ).toBe('papers');
  });
});
