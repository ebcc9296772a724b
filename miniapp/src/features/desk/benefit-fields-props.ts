import type { ClaimKind } from 'shared/claim/claim.schema';
import type { ChinaDay } from 'shared/time/china-day';
import type { BenefitDraft, DraftOf } from './facts-draft';

/** One benefit being entered. */
export interface BenefitFieldsProps<K extends ClaimKind = ClaimKind> {
  facts: DraftOf<K>;
  /** Where the server finds it: `facts.benefits.0`. */
  path: string;
  /** What is wrong, by the server's paths. */
  faults: ReadonlyMap<string, string>;
  today: ChinaDay;
  onChange: (facts: BenefitDraft) => void;
}
