import { createRuntime } from '../_adapters/runtime';
import { timerEntry } from '../_core/entry';
import { workshopOf } from '../_core/serve';
import { watchClaims } from '../_operations/claim/watch-claims';
import { watchComplaints } from '../_operations/complaint/watch-complaints';
import { reconcileBills } from '../_operations/bill/reconcile-bills';
import { advanceOpenOrders } from '../_operations/order/advance-open-orders';
import { remindOfRenewals } from '../_operations/policy/remind-of-renewals';
import { checkRosters } from '../_operations/roster/check-rosters';
import { foldFigures } from '../_operations/report/fold-figures';
import { issueRosters } from '../_operations/sponsor/issue-rosters';
import { sendMessages } from '../_operations/message/send-messages';

const runtime = createRuntime(process.env);
const workshop = workshopOf(runtime);

/** What timers start; the names are those of config.json. */
export const main = timerEntry(
  runtime,
  {
    'advance-orders': () => advanceOpenOrders(workshop),
    'reconcile-bills': () => reconcileBills(workshop),
    'remind-of-renewals': () => remindOfRenewals(workshop),
    'check-rosters': () => checkRosters(workshop),
    'fold-figures': () => foldFigures(workshop),
    'issue-rosters': () => issueRosters(workshop),
    'send-messages': () => sendMessages(workshop),
    'watch-claims': () => watchClaims(workshop),
    'watch-complaints': () => watchComplaints(workshop),
  },
  () => process.env.TRIGGER_SRC === 'timer',
);
