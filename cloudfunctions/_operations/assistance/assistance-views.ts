import { standingAt, type Assistance } from '../../../shared/assistance/assistance.schema';
import type { AssistanceView, OpenedAssistance } from '../../../shared/assistance/assistance.contracts';
import { HELPER_STATE_WORDS } from '../../../shared/assistance/helper-words';
import type { Claim } from '../../../shared/claim/claim.schema';
import { maskName } from '../../../shared/identity/masking';
import type { Policy } from '../../../shared/policy/policy.schema';
import type { Workshop } from '../../_core/operation';
import { planOf } from '../product/sale-plan';
import { writeAssistanceLink } from './assistance-link';

type Told = Pick<Workshop, 'ports' | 'vault'>;

/**
 * As the specialist sees it who opened it: of the claim its number and how far it is, and nothing else of it.
 * Source: domain R40.
 */
export const toOpenedAssistance = (
  { ports, vault }: Told,
  assistance: Assistance,
  claim: Pick<Claim, 'number' | 'state'> | undefined,
): OpenedAssistance => {
  const standing = standingAt(assistance, ports.clock.now());
  return {
    assistanceId: assistance.id,
    maskedName: maskName(assistance.personName),
    openedAt: assistance.openedAt,
    expiresAt: assistance.expiresAt,
    standing,
    link: standing === 'waiting' ? writeAssistanceLink(vault, assistance.id) : null,
    claim: claim ? { claimNumber: claim.number, stateText: HELPER_STATE_WORDS[claim.state] } : null,
  };
};

/** As the family sees it. Reads staff and plans. */
export const toAssistanceView = async (
  context: Pick<Workshop, 'ports' | 'read'>,
  assistance: Assistance,
  policy: Policy,
): Promise<AssistanceView> => {
  const [staff, plan] = await Promise.all([
    context.read.staff.get(assistance.staffId),
    planOf(context, policy.planId),
  ]);
  return {
    assistanceId: assistance.id,
    standing: standingAt(assistance, context.ports.clock.now()),
    helper: staff ? { name: staff.name, phone: staff.phone } : null,
    policyId: policy.id,
    planName: plan.name,
    personIndex: assistance.personIndex,
    personName: assistance.personName,
    report: assistance.report,
    expiresAt: assistance.expiresAt,
    claimId: assistance.claimId,
  };
};
