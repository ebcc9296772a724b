import type { Consent } from '../policy/consent';
import type { Claim } from './claim.schema';

type Panel = NonNullable<Claim['panel']>;

/** So many equal votes decide, of three members. */
const VOTES_TO_DECIDE = 2;

/** Whether a case may not be approved without a panel: a death claim of somebody whose consent to the sum is awaited. Source: domain R26. */
export const needsPanel = (
  { kind, facts }: Pick<Claim, 'kind' | 'facts'>,
  consents: readonly (Consent | null)[],
): boolean => {
  const isDeath = kind === 'death' || (facts?.benefits.some((benefit) => benefit.kind === 'death') ?? false);
  return isDeath && consents.includes(null);
};

/** A panel with one more vote; the first choice with enough votes is the outcome. */
export const withVote = (panel: Panel, vote: Panel['votes'][number]): Panel => {
  const votes = [...panel.votes, vote];
  const same = votes.filter(({ choice }) => choice === vote.choice).length;
  return { ...panel, votes, outcome: same >= VOTES_TO_DECIDE ? vote.choice : panel.outcome };
};
