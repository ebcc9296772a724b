import type { AssessmentFacts, Statement } from 'shared/claim/assessment.schema';
import type { CaseView } from 'shared/claim/case-view';
import type { ClaimKind } from 'shared/claim/claim.schema';
import type { CallFailed } from '@/lib/cloud/call-failed';
import { useDraft, type Draft } from '@/lib/storage/draft';
import { draftOf, factsDraft, type FactsDraft } from './facts-draft';
import { readFacts } from './facts-reading';
import { usePreview, type Preview } from './use-preview';

/** What facts are entered for: the decision, or an advance on it. */
export type Purpose = 'assess' | 'proposeAdvance';

/** Facts being entered for one purpose. */
export interface FactsEntry {
  draft: Draft<FactsDraft>;
  facts: AssessmentFacts | undefined;
  /** What is wrong, by the server's paths: what cannot be read here, else what the rules refuse. */
  faults: ReadonlyMap<string, string>;
  /** Why it cannot be handed in yet. */
  missing: string | undefined;
  preview: Preview;
  /** The amount that belongs to exactly these facts. */
  statement: Statement | undefined;
}

/** Benefits that some policy of a case covers, whatever the family named. */
export const coveredKinds = ({ policies }: CaseView): ClaimKind[] => {
  const holds: Readonly<Record<ClaimKind, boolean>> = {
    medical: policies.some(({ medicalLimitFen }) => medicalLimitFen > 0),
    allowance: policies.some(({ allowancePerDayFen }) => allowancePerDayFen > 0),
    disability: policies.some(({ accidentShareFen }) => accidentShareFen > 0),
    death: policies.some(({ accidentShareFen }) => accidentShareFen > 0),
    illness: policies.some(({ illnessSumFen }) => illnessSumFen > 0),
  };
  return (['medical', 'allowance', 'disability', 'death', 'illness'] as const).filter((kind) => holds[kind]);
};

const faultsOf = (error: CallFailed | undefined): [string, string][] =>
  error?.fields.map(({ path, message }) => [path, message]) ?? [];

/** Keeps facts for a case on this phone until they are handed in, and asks the rules about them as they are typed. */
export const useFactsEntry = (open: CaseView, purpose: Purpose, isEntering: boolean): FactsEntry => {
  const before = purpose === 'assess' ? open.facts : null;
  const draft = useDraft(`desk-${purpose}-${open.claimId}`, factsDraft, draftOf(open.kind, before));
  const read = readFacts(draft.value);
  const preview = usePreview(open.claimId, isEntering ? read.facts : undefined);
  const refused = faultsOf(preview.error);
  return {
    draft,
    facts: read.facts,
    faults: new Map([...refused, ...read.faults]),
    missing: read.missing ?? (refused.length > 0 ? '先改标红的地方' : undefined),
    preview,
    statement: preview.isOld ? undefined : preview.statement,
  };
};
