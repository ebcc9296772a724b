import type { Claim } from '../../../shared/claim/claim.schema';
import { needsPanel } from '../../../shared/claim/panel';
import { personOf } from '../../../shared/claim/draw';
import { AppError } from '../../../shared/errors/app-error';
import type { FreedPolicy } from './adjudicate-claim';

const consentsOf = (claim: Pick<Claim, 'personKey'>, freed: readonly FreedPolicy[]) =>
  freed.map(({ policy }) => personOf(policy, claim.personKey).consent);

/**
 * Throws PANEL_AWAITED or PANEL_SAYS_OTHERWISE for a death without consent that the panel has not let be paid. What is
 * certain of any other case is paid while a panel still looks at the rest. Source: domain R16, R26.
 */
export const refuseWithoutPanel = (claim: Claim, freed: readonly FreedPolicy[]): void => {
  if (needsPanel(claim, consentsOf(claim, freed))) refuseAgainstPanel(claim, freed, 'pay');
};

/**
 * Throws PANEL_AWAITED when a panel has not spoken that was asked, or that a death without consent needs, and
 * PANEL_SAYS_OTHERWISE when it said the other thing. Source: domain R26.
 */
export const refuseAgainstPanel = (
  claim: Claim,
  freed: readonly FreedPolicy[],
  decision: 'pay' | 'refuse',
): void => {
  const { panel } = claim;
  if (panel === null) {
    if (decision === 'pay' && needsPanel(claim, consentsOf(claim, freed)))
      throw new AppError('PANEL_AWAITED');
    return;
  }
  if (panel.outcome === null) throw new AppError('PANEL_AWAITED');
  if (panel.outcome !== decision) throw new AppError('PANEL_SAYS_OTHERWISE');
};
