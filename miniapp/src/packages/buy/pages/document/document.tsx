import { View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { readDocument } from 'shared/product/read-document.contract';
import type { SaleDocument } from 'shared/product/plan.schema';
import { Button } from '@/components/button/button';
import { Document } from '@/components/document/document';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { Skeleton } from '@/components/skeleton/skeleton';
import { StepBar } from '@/components/step-bar/step-bar';
import { confirm, goesOnAt, isConfirmed, pagesToRead, usePurchase } from '@/features/order/purchase';
import { BUY_STEPS } from '@/features/order/steps';
import { SellerFooter } from '@/features/product/seller-footer';
import { usePlans } from '@/features/product/use-plans';
import { rememberedPlace } from '@/features/referral/place';
import { useQueryOf } from '@/lib/query/use-query-of';
import { phoneTime } from '@/lib/time/phone-time';

/**
 * One page to be read to its end; the button that confirms it stands after the last line and leads to the next. With
 * `look` in the address it is only looked at.
 */
export default function DocumentPage() {
  const { params } = useRouter();
  const { planId = '', documentId = '' } = params;
  const answer = useQueryOf(readDocument, { planId, documentId });
  const plans = usePlans(rememberedPlace());
  const { value, set } = usePurchase();
  const onlyLooks = params.look === '1';
  const plan = plans.data?.plans.find(({ id }) => id === planId);
  const pages = plan === undefined || onlyLooks ? [] : pagesToRead(value, plan);
  const position = pages.findIndex(({ id }) => id === documentId);

  const goOn = async (page: SaleDocument) => {
    const confirmed = confirm(value, page, phoneTime());
    set(confirmed);
    if (plan === undefined) await Taro.navigateBack();
    else await Taro.redirectTo({ url: goesOnAt({ ...value, ...confirmed }, plan) });
  };

  return (
    <Page ground="plain">
      <View>{position < 0 ? null : <StepBar steps={BUY_STEPS} current={1} />}</View>
      <Loaded answer={answer} skeleton={<Skeleton figure lines={9} />}>
        {({ document, insurerName, filingNumber }) => (
          <>
            <Document
              title={document.title}
              source={`${position < 0 ? '' : `第 ${position + 1} 份，共 ${pages.length} 份 · `}${insurerName} · ${filingNumber} · 版本 ${document.version}`}
              parts={document.sections.map((section) => ({
                ...section,
                important: document.kind === 'exclusions',
              }))}
            />
            {onlyLooks ? null : (
              // Where it leads is known once the plans are there: a press before that would lead back.
              <Loaded answer={plans}>
                {() => (
                  <Button id="document-confirm" onPress={() => goOn(document)}>
                    {isConfirmed(value, document) ? '已确认过，下一步' : '我已看完，确认'}
                  </Button>
                )}
              </Loaded>
            )}
            {plan === undefined ? null : <SellerFooter plans={[plan]} />}
          </>
        )}
      </Loaded>
    </Page>
  );
}
