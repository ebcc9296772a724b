import Taro, { useRouter } from '@tarojs/taro';
import { formatYuanShort } from 'shared/money/fen';
import { getFamilyRenewal } from 'shared/policy/renew-for-family.contracts';
import { readDocument } from 'shared/product/read-document.contract';
import type { SaleDocument } from 'shared/product/plan.schema';
import { Button } from '@/components/button/button';
import { Document } from '@/components/document/document';
import { Failure } from '@/components/failure/failure';
import { Loaded } from '@/components/loaded/loaded';
import { Notice } from '@/components/notice/notice';
import { Page } from '@/components/page/page';
import { Skeleton } from '@/components/skeleton/skeleton';
import { FamilyRenewalClosed, FamilyToRenew } from '@/features/order/family-renewal';
import { PaymentStanding } from '@/features/order/payment-standing';
import { useFamilyRenewal, type FamilyRenewal } from '@/features/order/use-family-renewal';
import { SellerFooter } from '@/features/product/seller-footer';
import { useQueryOf } from '@/lib/query/use-query-of';

type Plan = NonNullable<FamilyRenewal['plan']>;

interface SalePageProps {
  plan: Plan;
  documentId: string;
  onConfirm: (document: SaleDocument) => void;
}

/** One page of the sale, confirmed by the button after its last line. */
function SalePage({ plan, documentId, onConfirm }: SalePageProps) {
  const answer = useQueryOf(readDocument, { planId: plan.id, documentId });
  return (
    <Loaded answer={answer} skeleton={<Skeleton lines={9} />}>
      {({ document, insurerName, filingNumber }) => (
        <>
          <Document
            title={document.title}
            source={`${insurerName} · ${filingNumber} · 版本 ${document.version}`}
            parts={document.sections.map((section) => ({
              ...section,
              important: document.kind === 'exclusions',
            }))}
          />
          <Button id="relative-confirm" onPress={() => onConfirm(document)}>
            {document.kind === 'health' ? '我问过家里，以上属实' : '我已看完，确认'}
          </Button>
        </>
      )}
    </Loaded>
  );
}

interface StepsProps {
  renewal: FamilyRenewal;
  plan: Plan;
  way: ReturnType<typeof useFamilyRenewal>;
}

function Steps({ renewal, plan, way }: StepsProps) {
  const { step, page, standing, error, confirm } = way;
  if (step === 'page' && page !== undefined)
    return <SalePage key={page} plan={plan} documentId={page} onConfirm={confirm} />;
  if (step === 'paid')
    return (
      <Notice tone="good" title="续好了" announced>
        {`${renewal.maskedHolderName}家的新保单已出，在家人的微信里。请提醒家里每个大人点开“同意”。`}
      </Notice>
    );
  return (
    <>
      <FamilyToRenew renewal={renewal} />
      {step === 'pay' ? <PaymentStanding standing={standing} /> : null}
      {error === undefined ? null : <Failure error={error} />}
    </>
  );
}

/** A relative far away, who got the card in a chat, renews for the family and pays. Source: domain R25, R26, R39. */
export default function RenewForFamilyPage() {
  const { code = '' } = useRouter().params;
  const answer = useQueryOf(getFamilyRenewal, { code });
  const way = useFamilyRenewal(code, answer.data);
  const { step, standing, begin, pay, look } = way;
  const shown = answer.data;
  const isOver = shown !== undefined && (shown.phase !== 'open' || shown.plan === null) && step !== 'paid';
  const actions =
    shown === undefined || isOver || step === 'page' ? undefined : step === 'family' ? (
      <Button id="relative-begin" onPress={begin}>
        帮家里续保
      </Button>
    ) : step === 'paid' || standing.kind === 'refund' || standing.kind === 'closed' ? (
      <Button id="relative-home" kind="secondary" onPress={() => Taro.switchTab({ url: '/pages/home/home' })}>
        去首页
      </Button>
    ) : standing.kind === 'waiting' ? (
      <Button id="relative-look" onPress={() => look(standing.orderId)}>
        再查一次
      </Button>
    ) : (
      <Button id="relative-pay" onPress={pay}>
        {`微信支付 ${formatYuanShort(shown.priceFen)} 元`}
      </Button>
    );
  return (
    <Page actions={actions}>
      <Loaded answer={answer} skeleton={<Skeleton lines={7} />}>
        {(renewal) =>
          isOver || renewal.plan === null ? (
            <FamilyRenewalClosed renewal={renewal} />
          ) : (
            <>
              <Steps renewal={renewal} plan={renewal.plan} way={way} />
              <SellerFooter plans={[renewal.plan]} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
