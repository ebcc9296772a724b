import { getAssistance } from '../../../shared/assistance/assistance.contracts';
import { chinaDayOf } from '../../../shared/time/china-day';
import { operation } from '../../_core/operation';
import { assistanceIdOfLink } from './assistance-link';
import { toAssistanceView } from './assistance-views';
import { familysAssistance } from './own-assistance';

/**
 * What a specialist filled in for the caller's family, whatever has become of it.
 * Reads: assistances, policies, plans, staff. Writes nothing.
 * Errors: ASSISTANCE_NOT_FOUND, also for another family's and for a link that we did not write. Source: domain R40.
 */
export const getAssistanceOperation = operation(getAssistance, async (context) => {
  const { input, caller, read, vault, ports } = context;
  const { assistance, policy } = await familysAssistance(read, caller, assistanceIdOfLink(vault, input.link));
  return {
    today: chinaDayOf(ports.clock.now()),
    assistance: await toAssistanceView(context, assistance, policy),
  };
});
