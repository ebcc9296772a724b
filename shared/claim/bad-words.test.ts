import { answerComplaint, complain } from '../complaint/complaint.contracts';
import { openAssistance } from '../assistance/assistance.contracts';
import { bankReference } from '../payout/payout.contracts';
import { z } from '../zod';
import { answerDecision, correctAccount, rateClaim, reopenClaim } from './answer-decision.contracts';
import { assessmentFacts } from './assessment.schema';
import { fileClaim, payeeInput } from './file-claim.contract';
import * as desk from './move-case.contracts';
import { withdrawClaim } from './withdraw-claim.contract';

const TELLS_NOTHING = '请用文字写清楚，不要只写数字、标点或表情。';
const UNPRINTABLE = '有不能显示的字符，请删掉后重写。';

/** What a schema says of a value, first of all. */
const faultOf = (schema: z.ZodMiniType, value: unknown): string | undefined =>
  z.safeParse(schema, value).error?.issues[0]?.message;

const facts = (part: object) => ({ benefits: [], refused: [], exGratia: [], ...part });
const invoice = {
  label: '住院发票',
  number: '',
  day: null,
  amountFen: 1,
  eligibleFen: 1,
  paidByOthersFen: 0,
  note: '',
};
const bill = (part: object) =>
  facts({ benefits: [{ kind: 'medical', invoices: [{ ...invoice, ...part }], afterSocialInsurance: true }] });
const injury = (part: string) =>
  facts({
    benefits: [
      {
        kind: 'disability',
        injuries: [{ code: '7.1.1', part, grade: 8 }],
        ratedOn: '2026-06-12',
        inTreatment: false,
      },
    ],
  });
const refused = (part: object) =>
  facts({ refused: [{ what: '护理费', reason: '条款没有这一项', clause: '第七条', ...part }] });
const gift = (part: object) =>
  facts({ exGratia: [{ label: '路费', amountFen: 1, reason: '家里困难', ...part }] });

/** Every place where somebody writes words that another person has to understand, and how it is filled. */
const WRITTEN: [place: string, faultOfWords: (text: string) => string | undefined][] = [
  ...(['place', 'description'] as const).map((field): [string, (text: string) => string | undefined] => [
    `fileClaim ${field}`,
    (text) => faultOf(fileClaim.input.shape[field], text),
  ]),
  ['a payee`s name', (text) => faultOf(payeeInput.shape.holder, text)],
  ['a payee`s bank', (text) => faultOf(payeeInput.shape.bank, text)],
  ['correctAccount bank', (text) => faultOf(correctAccount.input.shape.bank, text)],
  ['openAssistance place', (text) => faultOf(openAssistance.input.shape.place, text)],
  ['openAssistance description', (text) => faultOf(openAssistance.input.shape.description, text)],
  ['an objection', (text) => faultOf(answerDecision.input.shape.answer, { kind: 'object', reason: text })],
  ['withdrawClaim', (text) => faultOf(withdrawClaim.input.shape.reason, text)],
  ['reopenClaim', (text) => faultOf(reopenClaim.input.shape.reason, text)],
  ['a complaint', (text) => faultOf(complain.input.shape.words, text)],
  ['the answer to a complaint', (text) => faultOf(answerComplaint.input.shape.words, text)],
  ['a paper that is asked for', (text) => faultOf(desk.askPapers.input.shape.others, [text])],
  ...Object.values(desk)
    .map(({ name, input }) => [name, input.shape as Readonly<Record<string, z.ZodMiniType>>] as const)
    .flatMap(([name, { reason }]): [string, (text: string) => string | undefined][] =>
      reason === undefined ? [] : [[name, (text) => faultOf(reason, text)]],
    ),
  ['an invoice`s label', (text) => faultOf(assessmentFacts, bill({ label: text }))],
  ['why less is recognised', (text) => faultOf(assessmentFacts, bill({ note: text }))],
  ['a part of the body', (text) => faultOf(assessmentFacts, injury(text))],
  [
    'a disease',
    (text) =>
      faultOf(
        assessmentFacts,
        facts({ benefits: [{ kind: 'illness', disease: text, diagnosedOn: '2026-06-12' }] }),
      ),
  ],
  ...(['what', 'reason'] as const).map((field): [string, (text: string) => string | undefined] => [
    `a refused part, ${field}`,
    (text) => faultOf(assessmentFacts, refused({ [field]: text })),
  ]),
  ...(['label', 'reason'] as const).map((field): [string, (text: string) => string | undefined] => [
    `an ex gratia line, ${field}`,
    (text) => faultOf(assessmentFacts, gift({ [field]: text })),
  ]),
];

describe.each(WRITTEN)('%s', (_place, faultOfWords) => {
  it('takes Chinese, and Chinese with figures or pictures in it', () => {
    expect(faultOfWords('骑车摔倒了')).toBeUndefined();
    expect(faultOfWords('第 7 条：２０２６年😢')).toBeUndefined();
  });
  it.each(['😀😀😀😀', '……！！', '12345', '１２３４５', '①②③④⑤', '+1+1+1'])('refuses %j', (text) => {
    expect(faultOfWords(text)).toBe(TELLS_NOTHING);
  });
  it('refuses control characters and what is far too long, each in its own words', () => {
    expect(faultOfWords('骑车\u0000摔倒')).toBe(UNPRINTABLE);
    expect(faultOfWords('摔'.repeat(1001))).toMatch(/^最多 \d+ 个字。$/);
  });
});

describe('other characters of the desk and the cashier', () => {
  it.each(['', '00123456', '№ 0012-3456', '（０１２）'])('take %j as an invoice`s number', (number) => {
    expect(faultOf(assessmentFacts, bill({ number }))).toBeUndefined();
  });
  it.each(['😀', '——', '。'])('refuse %j as an invoice`s number', (number) => {
    expect(faultOf(assessmentFacts, bill({ number }))).toBe('发票号码要有数字或字母，没有号码就留空。');
  });
  it('take a clause by its number, and no picture for one', () => {
    for (const clause of ['第七条', '7.2', '７．２'])
      expect(faultOf(assessmentFacts, refused({ clause }))).toBeUndefined();
    for (const clause of ['😀', '——'])
      expect(faultOf(assessmentFacts, refused({ clause }))).toBe('请写第几条，要有文字或数字。');
  });
  it('refuse a bank`s reference without a figure or letter', () => {
    expect(faultOf(bankReference, '20260612001')).toBeUndefined();
    expect(faultOf(bankReference, '……——')).toBe('请照银行回单写流水号，有数字或字母。');
  });
  it('leave the few words beside the stars to the family', () => {
    expect(faultOf(rateClaim.input.shape.words, '👍')).toBeUndefined();
    expect(faultOf(rateClaim.input.shape.words, '')).toBeUndefined();
  });
});

describe('amounts, days and counts that cannot be', () => {
  it.each([[-1], [0.5], [1.001], [NaN], [1e11], ['1']])('%p is no amount in fen', (amountFen) => {
    expect(faultOf(assessmentFacts, bill({ amountFen }))).toBeDefined();
  });
  it.each(['2026-02-30', '2026-13-01', '26-01-01', '２０２６-01-01', ''])('%j is no day', (day) => {
    expect(faultOf(fileClaim.input.shape.accidentDay, day)).toBe('日期不对，请重新选择。');
    expect(faultOf(assessmentFacts, bill({ day }))).toBe('日期不对，请重新选择。');
  });
  it.each(['24:00', '8:30', '08:60', ''])('%j is no hour', (time) => {
    expect(faultOf(fileClaim.input.shape.accidentTime, time)).toBe('时间不对，请重新选择。');
  });
  it('takes 20 photos and refuses 200', () => {
    const photos = (count: number) =>
      Array.from({ length: count }, (_, index) => `cloud://x/claims-inbox/${String(index)}.jpg`);
    expect(faultOf(fileClaim.input.shape.photos, photos(20))).toBeUndefined();
    expect(faultOf(fileClaim.input.shape.photos, photos(200))).toBe('最多 20 张照片。');
  });
  it('keeps a card`s number as plain figures, however it was typed', () => {
    expect(z.parse(payeeInput.shape.number, '６２２２ 0214－0200 1234 567')).toBe('6222021402001234567');
  });
});
