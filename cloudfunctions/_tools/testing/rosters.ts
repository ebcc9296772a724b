import type { Roster } from '../../../shared/roster/roster.schema';
import { confirmTransfer, recordTransfer, steerIssuing } from '../../../shared/sponsor/transfer.contracts';
import { CASHIER } from '../../../shared/testing/cast';
import { chinaDayOf } from '../../../shared/time/china-day';
import { acceptedRoster, type AcceptedRoster } from './accepted-roster';
import { requestIdForTest, type Stage } from './stage';

/** A colleague of the cashier. */
export const SECOND_CASHIER = { ...CASHIER, openid: 'o-second-cashier', name: '何敏' };

/** A roster whose money has come and been confirmed; issuing has begun. */
export const fundedRoster = async (stage: Stage, asked: AcceptedRoster): Promise<Roster> => {
  const roster = await acceptedRoster(stage.workshop, asked);
  const { id: rosterId, dueFen: amountFen } = roster;
  const reference = `BANK${rosterId.slice(-8).toUpperCase()}`;
  const receivedDay = chinaDayOf(stage.cloud.clock.now());
  const request = () => ({ requestId: requestIdForTest(), rosterId });
  await stage.ask(recordTransfer, { ...request(), amountFen, reference, receivedDay }, CASHIER.openid);
  await stage.ask(confirmTransfer, { ...request(), amountFen, reference }, SECOND_CASHIER.openid);
  await stage.ask(steerIssuing, { ...request(), to: 'issuing' }, CASHIER.openid);
  return roster;
};
