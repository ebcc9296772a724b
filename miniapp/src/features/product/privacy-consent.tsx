import { readDocument } from 'shared/product/read-document.contract';
import type { PlanView } from 'shared/product/list-plans.contract';
import type { SaleDocument } from 'shared/product/plan.schema';
import { Button } from '@/components/button/button';
import { Document } from '@/components/document/document';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { Skeleton } from '@/components/skeleton/skeleton';
import { useGoBack } from '@/lib/navigation/go-back';
import { useQueryOf } from '@/lib/query/use-query-of';
import { SellerFooter } from './seller-footer';

interface PrivacyConsentProps {
  plan: PlanView;
  /** Which page of the plan tells what becomes of personal data. */
  documentId: string;
  onAgree: (document: SaleDocument) => void;
}

/** What becomes of the family's data: read and agreed to before the first name is typed. Source: domain R32. */
export function PrivacyConsent({ plan, documentId, onAgree }: PrivacyConsentProps) {
  const goBack = useGoBack();
  const answer = useQueryOf(readDocument, { planId: plan.id, documentId });
  return (
    <Page ground="plain">
      <Loaded answer={answer} skeleton={<Skeleton figure lines={9} />}>
        {({ document, insurerName, filingNumber }) => (
          <>
            <Document
              title={document.title}
              source={`${insurerName} · ${filingNumber} · 版本 ${document.version}`}
              parts={document.sections}
            />
            <Button id="privacy-agree" onPress={() => onAgree(document)}>
              同意，开始填家人
            </Button>
            <Button id="privacy-leave" kind="secondary" onPress={goBack}>
              不同意，返回
            </Button>
            <SellerFooter plans={[plan]} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
