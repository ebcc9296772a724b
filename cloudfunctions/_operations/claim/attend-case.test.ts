import { attendCase } from '../../../shared/claim/attend-case.contract';
import { ATTENDS_MS } from '../../../shared/claim/attendance';
import { acceptClaim } from '../../../shared/claim/move-case.contracts';
import { APPROVER, CASHIER, HANDLER, SECOND_HANDLER, WANG } from '../../../shared/testing/cast';
import { coveredFamilies, filedClaim, hires } from '../../_tools/testing/claims';
import { requestIdForTest, setStage, type Stage } from '../../_tools/testing/stage';

let stage: Stage;
let claimId: string;
const ELSEWHERE = 'o-handler-elsewhere';

beforeAll(async () => {
  stage = await setStage();
  const [policyId = ''] = await coveredFamilies(stage, WANG);
  claimId = await filedClaim(stage, WANG, policyId);
  await hires(stage, ELSEWHERE, ['handler'], '350424');
});
afterAll(() => stage.close());
// Nobody is there any more who was in the test before.
beforeEach(() => stage.cloud.clock.moveTo(stage.cloud.clock.now() + ATTENDS_MS));

const attends = ({ openid }: { openid: string }) => stage.ask(attendCase, { claimId }, openid);
const othersFor = async (colleague: { openid: string }): Promise<string[]> => {
  const { others } = await attends(colleague);
  return others.sort();
};

describe('who has a case open', () => {
  it('is told to everybody who has it open, each without themselves', async () => {
    expect(await othersFor(HANDLER)).toEqual([]);
    expect(await othersFor(SECOND_HANDLER)).toEqual(['周敏']);
    expect(await othersFor(APPROVER)).toEqual(['何磊', '周敏']);
    expect(await othersFor(HANDLER)).toEqual(['何磊', '吴刚']);
  });

  it('is known of two who open it at the same moment', async () => {
    await Promise.all([attends(HANDLER), attends(SECOND_HANDLER)]);
    expect(await othersFor(HANDLER)).toEqual(['何磊']);
    expect(await othersFor(SECOND_HANDLER)).toEqual(['周敏']);
  });

  it('ends two minutes after the last sign', async () => {
    await attends(HANDLER);
    await stage.cloud.clock.moveTo(stage.cloud.clock.now() + ATTENDS_MS);
    expect(await othersFor(SECOND_HANDLER)).toEqual([]);
  });

  it('never changes the case, and tells when a colleague has', async () => {
    const { version } = await attends(HANDLER);
    await attends(HANDLER);
    const step = { requestId: requestIdForTest(), claimId, version };
    await stage.ask(acceptClaim, step, SECOND_HANDLER.openid);
    expect((await attends(HANDLER)).version).toBe(version + 1);
  });

  it('is told to nobody outside the desk of that region', async () => {
    const codeFor = async (openid: string): Promise<string> => {
      const reply = await stage.call(attendCase, { claimId }, openid);
      return reply.ok ? 'OK' : reply.error.code;
    };
    expect(await codeFor(ELSEWHERE)).toBe('CLAIM_NOT_FOUND');
    expect(await codeFor(CASHIER.openid)).toBe('FORBIDDEN');
    expect(await codeFor(WANG.openid)).toBe('FORBIDDEN');
  });
});
