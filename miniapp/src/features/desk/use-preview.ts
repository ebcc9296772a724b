import { useEffect, useRef, useState } from 'react';
import type { AssessmentFacts, Statement } from 'shared/claim/assessment.schema';
import { previewAssessment } from 'shared/claim/move-case.contracts';
import type { DuplicateWarning } from 'shared/claim/duplicates';
import type { CallFailed } from '@/lib/cloud/call-failed';
import { useQueryOf } from '@/lib/query/use-query-of';

/** How long typing must rest before the rules are asked (ms). */
const RESTED_MS = 400;

/** Stands where there are no facts to ask about; never sent. */
const NO_FACTS: AssessmentFacts = { benefits: [], refused: [], exGratia: [] };

/** The last value that stood still for a while. */
const useRested = <T>(value: T, key: string): T => {
  const [rested, setRested] = useState(value);
  const newest = useRef(value);
  newest.current = value;
  useEffect(() => {
    const timer = setTimeout(() => setRested(newest.current), RESTED_MS);
    return () => clearTimeout(timer);
  }, [key]);
  return rested;
};

/** What the rules say about facts. */
export interface Preview {
  /** The newest result; undefined before there are facts. */
  statement: Statement | undefined;
  /** What may have been claimed before, photos among it; undefined while nothing was asked. */
  warnings: readonly DuplicateWarning[] | undefined;
  /** It belongs to facts that have been changed since. */
  isOld: boolean;
  error: CallFailed | undefined;
  refetch: () => Promise<void>;
}

/** Asks the rules about the facts as they are typed; writes nothing. Facts that are not whole have no result. */
export const usePreview = (claimId: string, facts: AssessmentFacts | undefined): Preview => {
  const key = JSON.stringify(facts ?? null);
  const rested = useRested(facts, key);
  const asked = useQueryOf(
    previewAssessment,
    { claimId, facts: rested ?? NO_FACTS },
    { enabled: rested !== undefined },
  );
  const kept = useRef<Statement>();
  const current = rested === undefined ? undefined : asked.data?.statement;
  if (current !== undefined) kept.current = current;
  if (facts === undefined)
    return {
      statement: undefined,
      warnings: undefined,
      isOld: false,
      error: undefined,
      refetch: asked.refetch,
    };
  return {
    statement: kept.current,
    warnings: asked.data?.warnings,
    isOld: current === undefined || JSON.stringify(rested) !== key,
    error: rested === undefined ? undefined : asked.error,
    refetch: asked.refetch,
  };
};
