import type { Claim } from '../../../shared/claim/claim.schema';
import { needsPanel } from '../../../shared/claim/panel';
import { personOf } from '../../../shared/claim/draw';
import { AppError } from '../../../shared/errors/app-error';
import type { FreedPolicy } from './adjudicate-claim';

/**
 * Throws PANEL_AWAITED when a panel has not spoken that was asked, or that a death without consent needs, and
 * PANEL_SAYS_OTHERWISE when it said the other thing. Source: domain R26.
 */
export const refuseAgainstPanel = (
  claim: Claim,
  freed: readonly FreedPolicy[],
  decision: 'pay' | 'refuse',
): void => {
  const consents = freed.map(({ policy }) => personOf(policy, claim.personKey).consent);
  const { panel } = claim;
  if (panel === null) {
    if (decision === 'pay' && needsPanel(claim, consents)) throw new AppError('PANEL_AWAITED');
    return;
  }
  if (panel.outcome === null) throw new AppError('PANEL_AWAITED');
  if (panel.outcome !== decision) throw new AppError('PANEL_SAYS_OTHERWISE');
};
