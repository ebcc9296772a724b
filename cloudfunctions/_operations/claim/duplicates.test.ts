import type { AssessmentFacts, InvoiceLine } from '../../../shared/claim/assessment.schema';
import type { DuplicateWarning } from '../../../shared/claim/duplicates';
import {
  approveClaim,
  assessClaim,
  previewAssessment,
  refuseClaim,
  reopenCase,
  returnClaim,
} from '../../../shared/claim/move-case.contracts';
import { openCase } from '../../../shared/claim/open-case.contract';
import { withdrawClaim } from '../../../shared/claim/withdraw-claim.contract';
import {
  APPROVER,
  HANDLER,
  SECOND_HANDLER,
  SUPERVISOR,
  type CastHousehold,
} from '../../../shared/testing/cast';
import { chinaDayOf, DAY_MS } from '../../../shared/time/china-day';
import { deriveId } from '../../_core/ids';
import {
  billsOf,
  coveredFamilies,
  filedClaim,
  gradeOf,
  hires,
  jpegPhoto,
  registeredCase,
} from '../../_tools/testing/claims';
import { newFamily } from '../../_tools/testing/families';
import { requestIdForTest, setStage, type Stage } from '../../_tools/testing/stage';
import { marksOf } from './duplicates';

const FAR_COUNTY = '350424';
const FAR_HANDLER = 'o-far-handler';

let stage: Stage;
const covered: { family: CastHousehold; policyId: string }[] = [];
beforeAll(async () => {
  stage = await setStage();
  const families = [newFamily(), newFamily()];
  const policies = await coveredFamilies(stage, ...families);
  families.forEach((family, index) => covered.push({ family, policyId: policies[index] ?? '' }));
  await hires(stage, FAR_HANDLER, ['handler'], FAR_COUNTY);
});
/** Every test has an accident of its own. */
beforeEach(() => stage.cloud.clock.advance(DAY_MS));
afterAll(() => stage.close());

let pictures = 5_000;
/** Uploads the pictures of these numbers, as somebody who has them on their phone. */
const uploads = (openid: string, ...variants: number[]): Promise<string[]> =>
  Promise.all(
    variants.map((variant) => stage.upload(`duplicate-${String(variant)}.jpg`, jpegPhoto(variant), openid)),
  );
const files = async (
  who: number,
  variants: readonly number[] = [(pictures += 1)],
  kind: 'medical' | 'disability' = 'medical',
): Promise<string> => {
  const { family, policyId } = covered[who] ?? { family: newFamily(), policyId: '' };
  return filedClaim(stage, family, policyId, { kind, photos: await uploads(family.openid, ...variants) });
};
const bill = (invoice: Partial<InvoiceLine>): AssessmentFacts => {
  const facts = billsOf(386_050, 120_000);
  return {
    ...facts,
    benefits: facts.benefits.map((benefit) =>
      benefit.kind === 'medical'
        ? { ...benefit, invoices: benefit.invoices.map((line) => ({ ...line, ...invoice })) }
        : benefit,
    ),
  };
};
const step = ({ claimId, version }: { claimId: string; version: number }) => ({
  requestId: requestIdForTest(),
  claimId,
  version,
});
const assesses = async (claimId: string, facts: AssessmentFacts, openid: string = HANDLER.openid) => {
  const claim = await stage.workshop.read.claims.get(claimId);
  const { version } =
    claim?.state === 'reported' ? await registeredCase(stage, claimId) : { version: claim?.version ?? 0 };
  return (await stage.ask(assessClaim, { ...step({ claimId, version }), facts, reason: '核定' }, openid))
    .case;
};
const warningsOf = async (claimId: string, openid: string = HANDLER.openid): Promise<DuplicateWarning[]> =>
  (await stage.ask(openCase, { claimId }, openid)).case.warnings;
const numberOf = async (claimId: string): Promise<string> =>
  (await stage.workshop.read.claims.get(claimId))?.number ?? '';
const today = (): string => chinaDayOf(stage.cloud.clock.now());
let numbers = 10_000_000;
const newNumber = (): string => String((numbers += 1));

describe('what was claimed before is told', () => {
  it('of a photo, from filing on, in both cases, at its place', async () => {
    const [one, other] = [(pictures += 1), (pictures += 1)];
    const first = await files(0, [one]);
    expect(await warningsOf(first)).toEqual([]);
    const second = await files(1, [other, one]);
    expect(await warningsOf(second)).toEqual([
      { kind: 'samePhoto', places: [1], claimNumbers: [await numberOf(first)] },
    ]);
    expect(await warningsOf(first)).toEqual([
      { kind: 'samePhoto', places: [0], claimNumbers: [await numberOf(second)] },
    ]);
  });

  it('of an invoice`s number, before it is stored, and in both cases after; it hinders nothing', async () => {
    const [first, second] = [await files(0), await files(1)];
    const number = newNumber();
    await assesses(first, bill({ number }));
    const facts = bill({
      number: `№ ${number.slice(0, 4)} ${number.slice(4)}`,
      amountFen: 386_051,
      eligibleFen: 386_051,
    });
    const expected = { kind: 'sameNumber', places: [0], claimNumbers: [await numberOf(first)] };
    const preview = await stage.ask(previewAssessment, { claimId: second, facts }, HANDLER.openid);
    expect(preview.warnings).toEqual([expected]);
    expect(await warningsOf(second)).toEqual([]);
    const assessed = await assesses(second, facts);
    expect(assessed.warnings).toEqual([expected]);
    expect(await warningsOf(first)).toEqual([{ ...expected, claimNumbers: [await numberOf(second)] }]);
    const approved = await stage.ask(approveClaim, step(assessed), APPROVER.openid);
    expect(approved.case.state).toBe('approved');
  });

  it('of the same amount on the same day; not of either alone', async () => {
    const [first, second] = [await files(0), await files(1)];
    await assesses(first, bill({ day: today() }));
    const warned = async (invoice: Partial<InvoiceLine>) => {
      const input = { claimId: second, facts: bill(invoice) };
      return (await stage.ask(previewAssessment, input, HANDLER.openid)).warnings;
    };
    expect(await warned({ day: today() })).toEqual([
      { kind: 'sameAmountAndDay', places: [0], claimNumbers: [await numberOf(first)] },
    ]);
    expect(await warned({ day: null })).toEqual([]);
    expect(await warned({ day: today(), amountFen: 386_051, eligibleFen: 386_051 })).toEqual([]);
  });

  it('of one invoice that was entered twice in a case', async () => {
    const claimId = await files(0);
    const facts = bill({ number: newNumber() });
    const twice = {
      ...facts,
      benefits: facts.benefits.map((benefit) =>
        benefit.kind === 'medical'
          ? { ...benefit, invoices: [...benefit.invoices, ...benefit.invoices] }
          : benefit,
      ),
    };
    const { warnings } = await stage.ask(previewAssessment, { claimId, facts: twice }, HANDLER.openid);
    expect(warnings).toEqual([
      { kind: 'sameNumber', places: [0, 1], claimNumbers: [await numberOf(claimId)] },
    ]);
  });

  it('to two handlers who enter the same number at the same moment', async () => {
    const cases = [await files(0), await files(1)];
    for (const claimId of cases) await registeredCase(stage, claimId);
    const facts = bill({ number: newNumber() });
    await Promise.all(
      cases.map((claimId, index) => assesses(claimId, facts, [HANDLER, SECOND_HANDLER][index]?.openid ?? '')),
    );
    const kinds = await Promise.all(cases.map((claimId) => warningsOf(claimId)));
    expect(kinds.map((warnings) => warnings.map(({ kind }) => kind))).toEqual([
      ['sameNumber'],
      ['sameNumber'],
    ]);
  });
});

describe('a case that is opened again', () => {
  it('keeps what was entered, and tells the same of it, before anything is entered anew', async () => {
    const [first, second] = [await files(0), await files(1)];
    const facts = bill({ number: newNumber(), day: today() });
    await assesses(first, facts);
    const refused = await assesses(second, facts);
    await stage.ask(refuseClaim, { ...step(refused), reason: '发票是别人的' }, APPROVER.openid);
    const told = await warningsOf(second);
    expect(told.map(({ kind }) => kind)).toEqual(['sameNumber', 'sameAmountAndDay']);
    const { version } = (await stage.ask(openCase, { claimId: second }, HANDLER.openid)).case;
    const again = { ...step({ claimId: second, version }), reason: '发票查清楚了' };
    const { case: reopened } = await stage.ask(reopenCase, again, SUPERVISOR.openid);
    expect(reopened).toMatchObject({ state: 'reopened', facts, statement: null, warnings: told });
    expect(await warningsOf(second)).toEqual(told);
    expect(await warningsOf(first)).toHaveLength(2);
  });
});

describe('nothing is told', () => {
  it('any more when the facts have changed', async () => {
    const [first, second] = [await files(0), await files(1)];
    const number = newNumber();
    const wrong = await assesses(first, bill({ number }));
    await assesses(second, bill({ number }));
    expect(await warningsOf(second)).toHaveLength(1);
    await stage.ask(returnClaim, { ...step(wrong), reason: '发票号码填错了' }, APPROVER.openid);
    await assesses(first, bill({ number: newNumber() }));
    expect(await warningsOf(second)).toEqual([]);
    expect(await warningsOf(first)).toEqual([]);
  });

  it('of another county, in either', async () => {
    const near = await files(0);
    const number = newNumber();
    const facts = bill({ number, day: today() });
    await assesses(near, facts);
    const claim = await stage.workshop.read.claims.get(near);
    if (!claim) throw new Error('no claim');
    const id = deriveId('clm', 'far', near);
    const far = {
      ...claim,
      id,
      number: '35042426000000000001',
      countyCode: FAR_COUNTY,
      regionCode: FAR_COUNTY,
    };
    const stored = { ...far, marks: marksOf(stage.workshop.vault, far) };
    await stage.workshop.write((tx) => tx.claims.create(stored));
    expect(await warningsOf(near)).toEqual([]);
    expect(await warningsOf(id, FAR_HANDLER)).toEqual([]);
    // In its own county the same is told.
    await stage.workshop.write((tx) =>
      tx.claims.create({ ...stored, id: deriveId('clm', 'farther', near), personKey: 'per_other' }),
    );
    const told = await warningsOf(id, FAR_HANDLER);
    expect(told.map(({ kind }) => kind)).toEqual(['samePhoto', 'sameNumber', 'sameAmountAndDay']);
  });

  it('of a report that was withdrawn, nor of one accident`s photo that serves two benefits', async () => {
    const [shared, again] = [(pictures += 1), (pictures += 1)];
    const medical = await files(0, [shared]);
    const disability = await files(0, [shared], 'disability');
    expect([await warningsOf(medical), await warningsOf(disability)]).toEqual([[], []]);
    const withdrawn = await files(1, [again]);
    const { family } = covered[1] ?? { family: newFamily() };
    await stage.ask(
      withdrawClaim,
      { requestId: requestIdForTest(), claimId: withdrawn, reason: '填错了' },
      family.openid,
    );
    const anew = await files(1, [again], 'disability');
    await assesses(anew, gradeOf(10, today()));
    expect(await warningsOf(anew)).toEqual([]);
  });
});
