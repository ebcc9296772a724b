import Taro, { useRouter } from '@tarojs/taro';
import { readDocument } from 'shared/product/read-document.contract';
import type { SaleDocument } from 'shared/product/plan.schema';
import { Button } from '@/components/button/button';
import { Document } from '@/components/document/document';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { Skeleton } from '@/components/skeleton/skeleton';
import { confirm, isConfirmed, pagesOf, usePurchase } from '@/features/order/purchase';
import { SellerFooter } from '@/features/product/seller-footer';
import { usePlans } from '@/features/product/use-plans';
import { rememberedCode } from '@/features/referral/referral-code';
import { useQueryOf } from '@/lib/query/use-query-of';

/** One page to be read to its end; the button that confirms it stands after the last line. */
export default function DocumentPage() {
  const { params } = useRouter();
  const { planId = '', documentId = '' } = params;
  const answer = useQueryOf(readDocument, { planId, documentId });
  const plans = usePlans(rememberedCode());
  const purchase = usePurchase();
  const onlyLooks = params.look === '1';
  const plan = plans.data?.plans.find(({ id }) => id === planId);

  const confirmPage = async ({ id, version, sha256 }: SaleDocument) => {
    const confirmed = confirm(purchase.value, { documentId: id, version, sha256 });
    purchase.set(confirmed);
    const pages = plan === undefined ? [] : pagesOf(purchase.value, plan);
    const next = pages.find(
      (page) => page.id !== id && !isConfirmed({ ...purchase.value, ...confirmed }, page),
    );
    if (next !== undefined) {
      await Taro.redirectTo({
        url: `/packages/buy/pages/document/document?planId=${planId}&documentId=${next.id}`,
      });
    } else if (plan !== undefined && purchase.value.renewsPolicyId !== '') {
      // Who renews has nothing more to look up: the last page leads to signing and paying.
      await Taro.redirectTo({ url: '/packages/buy/pages/pay/pay' });
    } else {
      await Taro.navigateBack();
    }
  };

  return (
    <Page ground="plain">
      <Loaded answer={answer} skeleton={<Skeleton figure lines={9} />}>
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
            {onlyLooks ? null : isConfirmed(purchase.value, document) ? (
              <Button id="document-back" kind="secondary" onPress={() => Taro.navigateBack()}>
                已确认过，返回
              </Button>
            ) : (
              <Button id="document-confirm" onPress={() => confirmPage(document)}>
                我已看完，确认
              </Button>
            )}
            {plan === undefined ? null : <SellerFooter plans={[plan]} />}
          </>
        )}
      </Loaded>
    </Page>
  );
}
