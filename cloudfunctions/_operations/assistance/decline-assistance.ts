import { declineAssistance } from '../../../shared/assistance/assistance.contracts';
import { operation } from '../../_core/operation';
import { assistanceIdOfLink } from './assistance-link';
import { toAssistanceView } from './assistance-views';
import { familysAssistance, settleAssistance } from './own-assistance';

/**
 * The family does not want what a specialist filled in; nothing is filed, and it may still file by itself.
 * Reads and writes: assistances, policies, audit; one transaction; plans and staff after it.
 * Errors: ASSISTANCE_NOT_FOUND (also another family's), ASSISTANCE_OVER, ASSISTANCE_CONFIRMED. Source: domain R40.
 */
export const declineAssistanceOperation = operation(declineAssistance, async (context) => {
  const { input, caller, once, ports, vault } = context;
  const at = ports.clock.now();
  const { assistance, policy } = await once(async (tx) => {
    const found = await familysAssistance(tx, caller, assistanceIdOfLink(vault, input.link));
    const declined = await settleAssistance(tx, found.assistance, {
      state: 'declined',
      claimId: null,
      actor: caller.householdId,
      at,
    });
    return { ...found, assistance: declined };
  });
  return { assistance: await toAssistanceView(context, assistance, policy) };
});
