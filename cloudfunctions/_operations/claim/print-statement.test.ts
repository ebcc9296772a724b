import { createHash } from 'node:crypto';
import { answerDecision } from '../../../shared/claim/answer-decision.contracts';
import type { AssessmentFacts } from '../../../shared/claim/assessment.schema';
import { getMyClaim } from '../../../shared/claim/get-my-claim.contract';
import {
  approveAdvance,
  approveClaim,
  assessClaim,
  proposeAdvance,
  refuseClaim,
} from '../../../shared/claim/move-case.contracts';
import { printCaseStatement, printStatement } from '../../../shared/claim/print-statement.contracts';
import { APPROVER, CASHIER, HANDLER, SPECIALIST, SUPERVISOR } from '../../../shared/testing/cast';
import { addDays, chinaDayOf, formatChinaDate } from '../../../shared/time/china-day';
import {
  agreedClaim,
  approvedCase,
  assessedCase,
  billsOf,
  filedClaim,
  gradeOf,
  hires,
  payeeOf,
  registeredCase,
} from '../../_tools/testing/claims';
import { nextFamilyOf, step, type Covered } from '../../_tools/testing/decided-claims';
import { newFamily } from '../../_tools/testing/families';
import { pdfText } from '../../_tools/testing/pdf';
import { setStage, type Stage } from '../../_tools/testing/stage';

let stage: Stage;
let next: () => Covered;
beforeAll(async () => {
  stage = await setStage({ functions: true });
  next = await nextFamilyOf(stage, 5);
  await hires(stage, 'o-elsewhere', ['handler', 'approver', 'supervisor'], '350424');
});
afterAll(() => stage.close());

const today = (): string => chinaDayOf(stage.cloud.clock.now());
const dateAfter = (days: number): string => formatChinaDate(addDays(today(), days));

/** A printed statement as somebody reads it: its text without where lines broke. */
const read = async (url: string) => {
  const bytes = Buffer.from(await (await fetch(url)).arrayBuffer());
  return { bytes, text: pdfText(bytes).join('').replaceAll('|', '') };
};
const printed = async (claimId: string, openid: string) => {
  const file = await stage.ask(printStatement, { claimId }, openid);
  return { ...file, ...(await read(file.url)) };
};

describe('the printed statement', () => {
  it('holds every line, the formula, the clause, who decided, who is paid, and how to object', async () => {
    const { family, policyId } = next();
    const claimId = await filedClaim(stage, family, policyId);
    const facts: AssessmentFacts = {
      ...billsOf(386_050, 120_000),
      refused: [{ what: '陪护费', reason: '不是医疗费用，条款里没有', clause: '第四条第二款' }],
      exGratia: [{ label: '困难补助', amountFen: 20_000, reason: '家里刚受了灾' }],
    };
    await approvedCase(stage, claimId, facts);
    const { claim } = await stage.ask(getMyClaim, { claimId }, family.openid);
    expect(claim.decidedBy).toMatchObject({ assessor: HANDLER.name, approver: APPROVER.name });
    const { text, fileName } = await printed(claimId, family.openid);
    expect(fileName).toBe(`理赔${claim.claimNumber}.pdf`);
    const [part] = claim.statement?.parts ?? [];
    const said = [
      ...[claim.claimNumber, family.name, claim.place, claim.insurerName, claim.hotline, '2,504.45 元'],
      ...(part?.lines.map(({ label }) => label) ?? []),
      ...[part?.planName, part?.policyNumber, part?.formula, part?.clause, '− 1,200.00', '× 90%', '2,304.45'],
      ...['陪护费', '不是医疗费用，条款里没有', '第四条第二款'],
      ...['通融：困难补助', '家里刚受了灾', '200.00'],
      ...[`${HANDLER.name}，${dateAfter(0)}`, `${APPROVER.name}，${dateAfter(0)}`],
      ...['**** 4567', '同意之前可以提一次异议', '您同意以后，最晚 10 天', claim.complaintChannel],
    ];
    for (const words of said) expect(text).toContain(words ?? 'missing');
    expect(text).not.toMatch(/〓|6222021402001234567/);
  });

  it('says what was paid in advance and what is paid now, to each heir or payee', async () => {
    const { family, policyId } = next();
    const claimId = await filedClaim(stage, family, policyId);
    const registered = await registeredCase(stage, claimId);
    const certain = { facts: billsOf(110_000, 0), reason: '这部分已经确定' };
    const proposed = await stage.ask(proposeAdvance, { ...step(registered), ...certain }, HANDLER.openid);
    await stage.ask(approveAdvance, step(proposed.case), APPROVER.openid);
    const claim = await stage.workshop.read.claims.get(claimId);
    expect(claim?.orderedFen).toBe(90_000);
    const assessed = await stage.ask(
      assessClaim,
      {
        ...step({ claimId, version: claim?.version ?? 0 }),
        facts: billsOf(386_050, 120_000),
        reason: '核定',
      },
      HANDLER.openid,
    );
    const approved = await stage.ask(approveClaim, step(assessed.case), APPROVER.openid);
    const before = (await printed(claimId, family.openid)).text;
    for (const words of ['2,304.45 元', '其中先付过 900.00 元', '这次再打 1,404.45 元']) {
      expect(before).toContain(words);
    }
    const agree = { ...step(approved.case), answer: { kind: 'agree' as const } };
    await stage.ask(answerDecision, agree, family.openid);
    const after = (await printed(claimId, family.openid)).text;
    for (const words of ['其中先付过 900.00 元', '这次再打 1,404.45 元', `最晚 ${dateAfter(10)}打到卡上`]) {
      expect(after).toContain(words);
    }
  });

  it('of a refusal gives the reasons, the clause, the three days with their date, and by when to object', async () => {
    const { family, policyId } = next();
    const claimId = await filedClaim(stage, family, policyId);
    const assessed = await assessedCase(stage, claimId, {
      benefits: [],
      refused: [{ what: '全部费用', reason: '酒后驾驶受的伤', clause: '第七条责任免除' }],
      exGratia: [],
    });
    const reason = '酒后驾驶，条款不赔';
    await stage.ask(refuseClaim, { ...step(assessed), reason }, APPROVER.openid);
    const { text } = await printed(claimId, family.openid);
    const said = [
      ...['不予赔付通知书', reason, '酒后驾驶受的伤', '第七条责任免除', `决定不赔 ${APPROVER.name}`],
      ...[`决定后 3 天内给您，最晚 ${dateAfter(3)}`, `最晚 ${dateAfter(29)}可以提一次异议`, '两年'],
    ];
    for (const words of said) expect(text).toContain(words);
    expect(text).not.toContain('打给谁');
  });

  it('is the same file for the family and the desk, under the hash of its content', async () => {
    const { family, policyId } = next();
    const claimId = await filedClaim(stage, family, policyId);
    await agreedClaim(stage, family, claimId);
    const own = await printed(claimId, family.openid);
    const hash = createHash('sha256').update(own.bytes).digest('hex');
    expect(new URL(own.url).pathname).toContain(`statements/${hash}.pdf`);
    for (const { openid } of [HANDLER, SUPERVISOR]) {
      const { url } = await stage.ask(printCaseStatement, { claimId }, openid);
      expect(new URL(url).pathname).toBe(new URL(own.url).pathname);
    }
  });

  it('is not for others, and not there before the decision', async () => {
    const { family, policyId } = next();
    const claimId = await filedClaim(stage, family, policyId, {
      kind: 'disability',
      payees: [payeeOf(family.name)],
    });
    const codeFor = async (contract: typeof printStatement, openid: string) => {
      const reply = await stage.call(contract, { claimId }, openid);
      return reply.ok ? 'OK' : reply.error.code;
    };
    await assessedCase(stage, claimId, gradeOf(10, today()));
    expect(await codeFor(printStatement, family.openid)).toBe('NOT_DECIDED');
    expect(await codeFor(printCaseStatement, HANDLER.openid)).toBe('NOT_DECIDED');
    expect(await codeFor(printStatement, newFamily().openid)).toBe('CLAIM_NOT_FOUND');
    expect(await codeFor(printCaseStatement, 'o-elsewhere')).toBe('CLAIM_NOT_FOUND');
    for (const { openid } of [SPECIALIST, CASHIER, family]) {
      expect(await codeFor(printCaseStatement, openid)).toBe('FORBIDDEN');
    }
  });
});
