import { ageOn, type ChinaDay } from '../time/china-day';
import type { DocumentKind } from './plan.schema';

/** Below this age a child's data need the guardian's own consent. Source: domain R32; 个人信息保护法 第三十一条. */
const DATA_OF_CHILD_YEARS = 14;

/** What decides which pages a buyer confirms. */
interface Sale {
  readonly members: readonly { readonly birthDay: ChinaDay }[];
  /** First day of cover. */
  readonly startDay: ChinaDay;
  /** Consent to data was given with the cover that is renewed, for all these people, and stands until withdrawn. */
  readonly hasConsented: boolean;
}

/**
 * The pages of a plan that this family confirms one by one, in the plan's order: what becomes of a child's data only
 * where there is one, neither of the consents to data again in a renewal of the same people. Source: domain R25, R32.
 */
export const pagesToConfirm = <T extends { readonly kind: DocumentKind }>(
  documents: readonly T[],
  { members, startDay, hasConsented }: Sale,
): T[] => {
  const hasChild = members.some(({ birthDay }) => ageOn(birthDay, startDay) < DATA_OF_CHILD_YEARS);
  const isAsked: Readonly<Partial<Record<DocumentKind, boolean>>> = {
    privacy: !hasConsented,
    minors: !hasConsented && hasChild,
  };
  return documents.filter(({ kind }) => isAsked[kind] ?? true);
};
