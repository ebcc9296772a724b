import type { Place } from '../../../shared/errors/app-error';
import { mustSign } from '../../../shared/household/eligibility';
import type { Member } from '../../../shared/household/member.schema';
import type { Strokes } from '../../../shared/order/order.schema';
import { isWrittenName } from '../../../shared/order/written-name';
import type { SaleDocument } from '../../../shared/product/plan.schema';
import type { ChinaDay } from '../../../shared/time/china-day';

interface ShownDocument {
  readonly documentId: string;
  readonly version: string;
  readonly sha256: string;
}

interface Signature {
  readonly memberIndex: number;
  readonly strokes: Strokes;
}

/** Pages that were not confirmed in exactly the version now in force. Source: domain R25. */
export const confirmationFaults = (
  pages: readonly SaleDocument[],
  confirmations: readonly ShownDocument[],
): Place[] => {
  const missing = pages.filter(
    (document) =>
      !confirmations.some(
        (shown) =>
          shown.documentId === document.id &&
          shown.version === document.version &&
          shown.sha256 === document.sha256,
      ),
  );
  return missing.map((document) => ({
    path: 'confirmations',
    code: 'CONFIRMATION_MISSING',
    message: `《${document.title}》还没有看完并确认。`,
  }));
};

/** Adults who neither signed nor confirm in their own WeChat, and marks too small to be a signature. Source: domain R26. */
export const signatureFaults = (
  members: readonly Member[],
  signatures: readonly Signature[],
  startDay: ChinaDay,
  laterConsents: readonly number[] = [],
): Place[] => {
  const missing = members.flatMap((member, index): Place[] => {
    const signed = signatures.some((signature) => signature.memberIndex === index);
    // Whoever buys is there to sign.
    const confirmsLater = laterConsents.includes(index) && member.relation !== 'self';
    return !mustSign(member, startDay) || signed || confirmsLater
      ? []
      : [{ path: 'signatures', code: 'SIGNATURE_MISSING', message: `${member.name} 要本人签名。` }];
  });
  const unreadable = signatures.flatMap((signature, position): Place[] =>
    isWrittenName(signature.strokes) && signature.memberIndex < members.length
      ? []
      : [{ path: `signatures.${position}`, code: 'SIGNATURE_INVALID' }],
  );
  return [...missing, ...unreadable];
};
