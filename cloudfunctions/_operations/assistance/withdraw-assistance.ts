import { withdrawAssistance } from '../../../shared/assistance/assistance.contracts';
import { AppError } from '../../../shared/errors/app-error';
import { operation } from '../../_core/operation';
import { toOpenedAssistance } from './assistance-views';
import { settleAssistance } from './own-assistance';

/**
 * A specialist takes back a report that the family has not sent.
 * Guarantees: nobody but who opened it; from then on the link opens nothing that could be sent.
 * Reads and writes: assistances, audit; one transaction.
 * Errors: ASSISTANCE_NOT_FOUND (also a colleague's), ASSISTANCE_OVER, ASSISTANCE_CONFIRMED. Source: domain R40.
 */
export const withdrawAssistanceOperation = operation(withdrawAssistance, async (context) => {
  const { input, caller, once, ports } = context;
  const at = ports.clock.now();
  const withdrawn = await once(async (tx) => {
    const waiting = await tx.assistances.get(input.assistanceId);
    if (waiting?.staffId !== caller.staffId) throw new AppError('ASSISTANCE_NOT_FOUND');
    return settleAssistance(tx, waiting, { state: 'withdrawn', claimId: null, actor: caller.staffId, at });
  });
  return { assistance: toOpenedAssistance(context, withdrawn, undefined) };
});
