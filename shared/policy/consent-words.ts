import { formatYuanShort, type Fen } from '../money/fen';
import type { ConsentKind } from './consent-record.schema';

/** Of the words below: kept with each answer, so that they can be shown again. Source: domain R25. */
export const CONSENT_VERSION = '2026-11';

/** How long an adult's link can be opened; another can be sent at any time while the policy lasts. */
export const CONSENT_LINK_DAYS = 30;

/** What is confirmed with one press, in the first person. Source: domain R26; Insurance Law of China, article 34. */
export const consentWords = (
  kind: ConsentKind,
  { holder, person, accidentShareFen }: { holder: string; person: string; accidentShareFen: Fen },
): string => {
  // A plan against diseases alone pays nothing for a death: there is no sum on a life to agree to.
  const sum = accidentShareFen === 0 ? '' : `，认可身故、伤残最多赔 ${formatYuanShort(accidentShareFen)} 元`;
  return kind === 'adult'
    ? `我是${person}本人。我同意${holder}给我买这份保险${sum}。`
    : `我是${person}的父亲或母亲。我同意${holder}给孩子买这份保险${sum}。`;
};
