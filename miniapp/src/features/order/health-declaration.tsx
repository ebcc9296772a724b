import type { OutputOf } from 'shared/contract/contract';
import type { readDocument } from 'shared/product/read-document.contract';
import { Document } from '@/components/document/document';
import { Notice } from '@/components/notice/notice';

interface HealthDeclarationProps {
  answer: OutputOf<typeof readDocument>;
  /** The insurer's, for who cannot declare it. */
  hotline: string;
}

/** What a family that renews declares about its health; to sign beneath it and to pay is to declare it. */
export function HealthDeclaration({ answer, hotline }: HealthDeclarationProps) {
  const { document, insurerName, filingNumber } = answer;
  return (
    <>
      <Document
        title={document.title}
        source={`${insurerName} · ${filingNumber} · 版本 ${document.version}`}
        parts={document.sections}
      />
      <Notice>{`有一条不符的，先别付款，打 ${hotline} 问一问。`}</Notice>
    </>
  );
}
