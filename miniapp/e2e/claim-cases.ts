/** Claims as they stand at the desk, made through the operations that people call. */
import type { Contract, InputOf, OutputOf } from 'shared/contract/contract';
import { answerDecision } from 'shared/claim/answer-decision.contracts';
import type { AssessmentFacts } from 'shared/claim/assessment.schema';
import { fileClaim } from 'shared/claim/file-claim.contract';
import {
  acceptClaim,
  approveClaim,
  askPapers,
  assessClaim,
  refuseClaim,
  registerClaim,
} from 'shared/claim/move-case.contracts';
import type { PaperKey } from 'shared/claim/paper-key';
import { listPayouts, recordPayoutResult, sendPayout } from 'shared/payout/payout.contracts';
import { APPROVER, CASHIER, HANDLER, WANG } from 'shared/testing/cast';
import type { LocalCloud } from '../test/local-cloud';
import { photo } from '../test/photo';
import { storedIn } from './journey/records';

type Filed = Omit<InputOf<typeof fileClaim>, 'requestId' | 'photos' | 'voice' | 'accidentTime'>;
type Standing = Pick<OutputOf<typeof acceptClaim>['case'], 'claimId' | 'version'>;

let requests = 0;
const requestId = (): string => `claim-case-request-${String((requests += 1))}`;

/** Somebody with an account. */
export const payeeOf = (
  holder: string,
  changes: Partial<InputOf<typeof fileClaim>['payees'][number]> = {},
): InputOf<typeof fileClaim>['payees'][number] => ({
  relation: 'self',
  holder,
  number: `62220214020012345${String((requests += 1)).padStart(2, '0')}`,
  bank: '农业银行明溪县支行',
  weight: 1,
  proofPhoto: null,
  ...changes,
});

const uploaded = async (cloud: LocalCloud, colour: number): Promise<string> => {
  const name = `case-${String((requests += 1))}.jpg`;
  const answer = await fetch(`${cloud.url}/_local/files/claims-inbox/${name}`, {
    method: 'PUT',
    headers: { 'x-openid': WANG.openid, 'content-type': 'image/jpeg' },
    body: Buffer.from(photo({ colour: colour + requests, width: 320, height: 240 })),
  });
  return ((await answer.json()) as { fileID: string }).fileID;
};

/** The desk and the cashier at work on the claims of one family. */
export class Cases {
  constructor(private readonly cloud: LocalCloud) {}

  private ask<C extends Contract>(
    openid: string,
    contract: C,
    input: Omit<InputOf<C>, 'requestId'>,
  ): Promise<OutputOf<C>> {
    return storedIn(this.cloud, openid, contract, { ...input, requestId: requestId() } as InputOf<C>);
  }

  /** The family reports; answers the claim's id. */
  async filed(report: Filed): Promise<string> {
    const photos = await Promise.all([0x0b6e5b, 0xa84712].map((colour) => uploaded(this.cloud, colour)));
    const { claim } = await this.ask(WANG.openid, fileClaim, {
      ...report,
      accidentTime: '06:30',
      photos,
      voice: null,
    });
    return claim.claimId;
  }

  private async registered(claimId: string): Promise<Standing> {
    const { case: accepted } = await this.ask(HANDLER.openid, acceptClaim, { claimId, version: 1 });
    const { case: registered } = await this.ask(HANDLER.openid, registerClaim, {
      claimId,
      version: accepted.version,
      complexity: 'clear',
      reason: '材料齐全，事实清楚',
    });
    return registered;
  }

  /** Standard papers are missing, and others by their names. */
  async papersAsked(claimId: string, papers: PaperKey[], others: string[]): Promise<void> {
    const { version } = await this.registered(claimId);
    const reason = '没有发票算不出金额';
    await this.ask(HANDLER.openid, askPapers, { claimId, version, papers, others, reason });
  }

  private async assessed(claimId: string, facts: AssessmentFacts): Promise<Standing> {
    const { version } = await this.registered(claimId);
    const { case: assessed } = await this.ask(HANDLER.openid, assessClaim, {
      claimId,
      version,
      facts,
      reason: '按材料核定',
    });
    return assessed;
  }

  async approved(claimId: string, facts: AssessmentFacts): Promise<void> {
    const { version } = await this.assessed(claimId, facts);
    await this.ask(APPROVER.openid, approveClaim, { claimId, version });
  }

  async refused(claimId: string, facts: AssessmentFacts, reason: string): Promise<void> {
    const { version } = await this.assessed(claimId, facts);
    await this.ask(APPROVER.openid, refuseClaim, { claimId, version, reason });
  }

  /** The family agrees, and the bank sends every payment back. */
  async returnedByBank(claimId: string, version: number, failureReason: string): Promise<void> {
    await this.ask(WANG.openid, answerDecision, { claimId, version, answer: { kind: 'agree' } });
    const { payouts } = await storedIn(this.cloud, CASHIER.openid, listPayouts, {});
    for (const { payoutId, state } of payouts) {
      if (state !== 'ready') continue;
      await this.ask(CASHIER.openid, sendPayout, { payoutId });
      await this.ask(CASHIER.openid, recordPayoutResult, {
        payoutId,
        result: { outcome: 'failed', reason: failureReason },
      });
    }
  }
}
