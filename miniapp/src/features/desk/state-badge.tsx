import type { ClaimState } from 'shared/claim/claim-state';
import { DESK_STATE_WORDS } from 'shared/claim/desk-words';
import { Badge } from '@/components/badge/badge';

const tones = {
  reported: 'info',
  accepted: 'info',
  registered: 'info',
  papersAsked: 'plain',
  investigating: 'due',
  assessed: 'due',
  returned: 'due',
  approved: 'plain',
  refused: 'bad',
  agreed: 'good',
  objected: 'due',
  paying: 'info',
  paid: 'good',
  paymentFailed: 'bad',
  closed: 'plain',
  withdrawn: 'plain',
  reopened: 'due',
} as const satisfies Record<ClaimState, string>;

/** Where a case stands, as a word and a shape. */
export function StateBadge({ state }: { state: ClaimState }) {
  return <Badge tone={tones[state]}>{DESK_STATE_WORDS[state]}</Badge>;
}
