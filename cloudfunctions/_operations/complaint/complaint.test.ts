import {
  answerComplaint,
  complain,
  listComplaints,
  listMyComplaints,
} from '../../../shared/complaint/complaint.contracts';
import { COMPLAINT_DAYS } from '../../../shared/complaint/complaint.schema';
import type { InputOf, Reply } from '../../../shared/contract/contract';
import { listMyMessages } from '../../../shared/message/list-my-messages.contract';
import { HANDLER, SPECIALIST, SUPERVISOR, WANG, ZHANG } from '../../../shared/testing/cast';
import { addDays, chinaDayOf, DAY_MS, instantAt } from '../../../shared/time/china-day';
import { deriveSecretId } from '../../_core/ids';
import { coveredFamilies, filedClaim, hires, registeredCase } from '../../_tools/testing/claims';
import { requestIdForTest, setStage, type Stage } from '../../_tools/testing/stage';
import { watchComplaints } from './watch-complaints';

let stage: Stage;
let policyId: string;
let policyOfZhang: string;
let claimId: string;
beforeAll(async () => {
  stage = await setStage();
  [policyId = '', policyOfZhang = ''] = await coveredFamilies(stage, WANG, ZHANG);
  claimId = await filedClaim(stage, WANG, policyId);
});
afterAll(() => stage.close());

const now = (): number => stage.cloud.clock.now();
const codeOf = (reply: Reply): string => (reply.ok ? 'ok' : reply.error.code);
type Input = InputOf<typeof complain>;
const input = (about: Input['about'], changes: Partial<Input> = {}): Input => ({
  requestId: requestIdForTest(),
  about,
  words: '打了三次电话都说在办，没有人告诉我办到哪一步。',
  phone: null,
  ...changes,
});
const aboutClaim = (): Input['about'] => ({ kind: 'claim', claimId });
const aboutPolicy = (): Input['about'] => ({ kind: 'policy', policyId });
const raised = async (about: Input['about'], openid = WANG.openid) =>
  (await stage.ask(complain, input(about), openid)).complaint;
const answers = (
  complaintId: string,
  openid = SUPERVISOR.openid,
  words = '我们核实了，今天就给您打电话说明。',
) => stage.call(answerComplaint, { requestId: requestIdForTest(), complaintId, words }, openid);
const openOnes = async (openid = SUPERVISOR.openid) =>
  (await stage.ask(listComplaints, { state: 'open' }, openid)).complaints;
const clearAll = async (): Promise<void> => {
  for (const { complaintId } of await openOnes()) await answers(complaintId);
};
const newsOf = async (openid: string) => {
  const messages = await stage.workshop.read.messages.find({ where: { openid }, limit: 100 });
  return messages.filter(({ kind }) => kind.startsWith('complaint'));
};

describe('a family complains', () => {
  it('about a claim: what it said is sealed, the last day stands, the audit has it', async () => {
    const complaint = (
      await stage.ask(complain, input(aboutClaim(), { phone: '138 5080 1234' }), WANG.openid)
    ).complaint;
    const claim = await stage.workshop.read.claims.get(claimId);
    expect(complaint).toMatchObject({
      state: 'open',
      about: { kind: 'claim', id: claimId, number: claim?.number },
      dueDay: addDays(chinaDayOf(now()), COMPLAINT_DAYS),
      answer: null,
    });
    const document = JSON.stringify(
      await stage.workshop.ports.database.get('complaints', complaint.complaintId),
    );
    for (const secret of ['王建国', '打了三次电话', '13850801234']) expect(document).not.toContain(secret);
    expect(
      await stage.workshop.read.auditRows.find({ where: { chain: complaint.complaintId }, limit: 5 }),
    ).toMatchObject([{ action: 'complaint.raised', sequence: 1 }]);
    expect((await stage.ask(listMyComplaints, {}, WANG.openid)).complaints).toEqual([complaint]);
    expect((await stage.ask(listMyComplaints, {}, ZHANG.openid)).complaints).toEqual([]);
    await clearAll();
  });

  it('once at a time about one thing: a repeat is the same, two at once are one, another thing is another', async () => {
    const once = input(aboutClaim());
    const first = await stage.ask(complain, once, WANG.openid);
    expect(await stage.ask(complain, once, WANG.openid)).toEqual(first);
    expect(codeOf(await stage.call(complain, input(aboutClaim()), WANG.openid))).toBe('COMPLAINT_OPEN');
    const two = await Promise.all([1, 2].map(() => stage.call(complain, input(aboutPolicy()), WANG.openid)));
    expect(two.map(codeOf).sort()).toEqual(['COMPLAINT_OPEN', 'ok']);
    await clearAll();
  });

  it('again after an answer, five times in all', async () => {
    const about: Input['about'] = { kind: 'policy', policyId: policyOfZhang };
    const numbers: string[] = [];
    for (let count = 0; count < 5; count += 1) {
      const { complaintId, complaintNumber } = await raised(about, ZHANG.openid);
      numbers.push(complaintNumber);
      await answers(complaintId);
    }
    expect(new Set(numbers).size).toBe(5);
    expect(codeOf(await stage.call(complain, input(about), ZHANG.openid))).toBe('TOO_MANY_COMPLAINTS');
  });

  it('about nothing of another family`s, and says what is missing', async () => {
    expect(codeOf(await stage.call(complain, input(aboutClaim()), ZHANG.openid))).toBe('CLAIM_NOT_FOUND');
    expect(codeOf(await stage.call(complain, input(aboutPolicy()), ZHANG.openid))).toBe('POLICY_NOT_FOUND');
    expect(await stage.call(complain, input(aboutClaim(), { words: '差' }), WANG.openid)).toMatchObject({
      error: { fields: [{ path: 'words', message: '请写几句，哪里不满意。' }] },
    });
    expect(await stage.call(complain, input(aboutClaim(), { phone: '12345' }), WANG.openid)).toMatchObject({
      error: { fields: [{ path: 'phone' }] },
    });
  });
});

describe('a supervisor answers', () => {
  it('the first due first, with the words and the phone; names are masked', async () => {
    const late = await raised(aboutPolicy());
    await stage.cloud.clock.moveTo(now() + DAY_MS);
    const later = (await stage.ask(complain, input(aboutClaim(), { phone: '13850801234' }), WANG.openid))
      .complaint;
    const rows = await openOnes();
    expect(rows.map(({ complaintId }) => complaintId)).toEqual([late.complaintId, later.complaintId]);
    expect(rows[1]).toMatchObject({ maskedName: '王*国', phone: '13850801234', notMine: null });
    expect(rows[0]?.maskedName).toBe('王*国');
    await clearAll();
    const answered = (await stage.ask(listComplaints, { state: 'answered' }, SUPERVISOR.openid)).complaints;
    expect(answered[0]).toMatchObject({
      complaintId: later.complaintId,
      answer: { staffName: SUPERVISOR.name },
      notMine: 'answered',
    });
  });

  it('once; the family reads it, in its list and its inbox', async () => {
    const { complaintId, complaintNumber } = await raised(aboutClaim());
    const both = await Promise.all([answers(complaintId), answers(complaintId)]);
    expect(both.map(codeOf).sort()).toEqual(['COMPLAINT_ANSWERED', 'ok']);
    const mine = (await stage.ask(listMyComplaints, {}, WANG.openid)).complaints[0];
    expect(mine).toMatchObject({
      complaintId,
      state: 'answered',
      answer: { words: '我们核实了，今天就给您打电话说明。' },
    });
    expect(JSON.stringify(mine)).not.toContain(SUPERVISOR.name);
    const { messages } = await stage.ask(listMyMessages, {}, WANG.openid);
    expect(messages.filter(({ body }) => body.includes(complaintNumber))).toMatchObject([
      { title: '您的投诉有答复了', page: '/packages/claim/pages/complaints/complaints' },
    ]);
  });

  it('nobody else does: no handler, no family, no other county, nobody who had a part in it, nobody of that home', async () => {
    await hires(stage, 'o-both', ['handler', 'supervisor']);
    const other = await filedClaim(stage, WANG, policyId, { kind: 'disability' });
    await registeredCase(stage, other);
    const claim = await stage.workshop.read.claims.get(other);
    if (!claim) throw new Error('no claim');
    const both = deriveSecretId(stage.workshop.vault, 'stf', 'o-both');
    await stage.workshop.write((tx) => tx.claims.put({ ...claim, assessorId: both }));
    const { complaintId } = await raised({ kind: 'claim', claimId: other });

    await hires(stage, 'o-far', ['supervisor'], '350423');
    await hires(stage, WANG.openid, ['supervisor']);
    expect(codeOf(await answers(complaintId, HANDLER.openid))).toBe('FORBIDDEN');
    expect(codeOf(await answers(complaintId, ZHANG.openid))).toBe('FORBIDDEN');
    expect(codeOf(await answers(complaintId, SPECIALIST.openid))).toBe('FORBIDDEN');
    expect(codeOf(await answers(complaintId, 'o-far'))).toBe('COMPLAINT_NOT_FOUND');
    expect(codeOf(await answers(complaintId, 'o-both'))).toBe('COMPLAINT_OWN_WORK');
    expect(codeOf(await answers(complaintId, WANG.openid))).toBe('OWN_HOUSEHOLD');
    expect(await openOnes('o-far')).toEqual([]);
    expect((await openOnes('o-both'))[0]).toMatchObject({ complaintId, notMine: 'ownWork' });
    expect((await openOnes(WANG.openid))[0]).toMatchObject({ complaintId, notMine: 'ownHousehold' });

    // The clock tells those who may answer, and not the others.
    const before = (await newsOf('o-both')).length;
    await watchComplaints(stage.workshop);
    const told = await newsOf(SUPERVISOR.openid);
    expect(told.some(({ title }) => title === '有一件新投诉')).toBe(true);
    expect((await newsOf('o-both')).length).toBe(before);
    expect((await newsOf(WANG.openid)).filter(({ kind }) => kind === 'complaintDue')).toEqual([]);
    expect(codeOf(await answers(complaintId))).toBe('ok');
    await hires(stage, 'o-both', []);
    await hires(stage, WANG.openid, []);
  });
});

describe('the clock', () => {
  it('tells the supervisors at once, three days before, and when the day has passed; each once', async () => {
    await watchComplaints(stage.workshop);
    const seen = (await newsOf(SUPERVISOR.openid)).length;
    const { complaintId, dueDay, complaintNumber } = await raised(aboutClaim());
    const runs: unknown[] = [];
    // At once, without moving the clock: the instant would lie in the past when it is moved to.
    const at = [undefined, instantAt(addDays(dueDay, -3), '08:00'), instantAt(addDays(dueDay, 1), '08:00')];
    for (const time of at) {
      if (time !== undefined) await stage.cloud.clock.moveTo(time);
      const { told, warned, escalated } = await watchComplaints(stage.workshop);
      runs.push([told, warned, escalated]);
      expect(await watchComplaints(stage.workshop)).toMatchObject({ told: 0, warned: 0, escalated: 0 });
    }
    expect(runs).toEqual([
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ]);
    const news = await newsOf(SUPERVISOR.openid);
    expect(news).toHaveLength(seen + 3);
    const own = news.filter(({ body }) => body.includes(complaintNumber));
    expect(own.map(({ title }) => title).sort()).toEqual(['有一件新投诉', '有投诉快到期', '有投诉过期了']);
    expect(own.every(({ body }) => !body.includes('王') && !body.includes('电话'))).toBe(true);
    const rows = await stage.workshop.read.auditRows.find({ where: { chain: complaintId }, limit: 9 });
    expect(rows.map(({ action }) => action).sort()).toEqual([
      'complaint.escalated',
      'complaint.raised',
      'complaint.told',
      'complaint.warned',
    ]);
    await clearAll();
  });

  it('says only what holds when it comes late, and nothing of what is answered', async () => {
    const { complaintId, dueDay } = await raised(aboutPolicy());
    const another = await filedClaim(stage, WANG, policyId, { accidentTime: '07:00' });
    const { complaintId: answered } = await raised({ kind: 'claim', claimId: another });
    await answers(answered);
    await stage.cloud.clock.moveTo(instantAt(addDays(dueDay, 30), '09:00'));
    expect(await watchComplaints(stage.workshop)).toEqual({
      told: 0,
      warned: 0,
      escalated: 1,
      passed: 0,
      failed: 0,
    });
    expect(await stage.workshop.read.complaints.get(complaintId)).toMatchObject({
      alarm: 'escalated',
      nextLookAt: null,
    });
  });
});
