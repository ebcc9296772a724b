import { useEffect } from 'react';
import { View } from '@tarojs/components';
import { needsParent } from 'shared/household/insurable-interest';
import { formatYuanShort } from 'shared/money/fen';
import { readDocument } from 'shared/product/read-document.contract';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Failure } from '@/components/failure/failure';
import { Loaded } from '@/components/loaded/loaded';
import { Notice } from '@/components/notice/notice';
import { Page } from '@/components/page/page';
import { Row } from '@/components/row/row';
import { StepBar } from '@/components/step-bar/step-bar';
import { askConsentPath } from '@/features/order/consent-paths';
import { askFamilyPath } from '@/features/order/family-pays-path';
import { HealthDeclaration } from '@/features/order/health-declaration';
import { insuredOf } from '@/features/order/participation';
import { PaymentStanding } from '@/features/order/payment-standing';
import { PaySummary } from '@/features/order/pay-summary';
import {
  confirm,
  declaredAtPayment,
  keptPurchase,
  orderOf,
  ownFenOf,
  startDayOf,
  usePurchase,
} from '@/features/order/purchase';
import { isSigned, wantingWords } from '@/features/order/signing';
import { RenewedCover } from '@/features/order/renewed-cover';
import { Signatures } from '@/features/order/signatures';
import { StartAgain } from '@/features/order/start-again';
import { BUY_STEPS } from '@/features/order/steps';
import { usePayment } from '@/features/order/use-payment';
import { SellerFooter } from '@/features/product/seller-footer';
import { usePlans } from '@/features/product/use-plans';
import { rememberedPlace } from '@/features/referral/place';
import { backTo, openAboveTab, openPage } from '@/lib/navigation/navigation';
import { showControl } from '@/lib/navigation/show-control';
import { useQueryOf } from '@/lib/query/use-query-of';
import { phoneTime } from '@/lib/time/phone-time';

const MEMBERS = '/packages/buy/pages/members/members';

/** How much, to whom, and each adult's signature for it; one button. A renewal declares its health here, too. */
export default function PayPage() {
  const plans = usePlans(rememberedPlace());
  const { value, clear, set } = usePurchase();
  const { standing, pay, place, look, error } = usePayment(
    () => orderOf(keptPurchase(), rememberedPlace()),
    async (policyId) => {
      clear();
      await openAboveTab('/pages/home/home', `/packages/buy/pages/success/success?policyId=${policyId}`);
    },
    (orderId) => set({ orderId }),
    (orderId) => openPage(askConsentPath(orderId)),
  );
  const plan = plans.data?.plans.find(({ id }) => id === value.planId);
  const declared = plan === undefined ? undefined : declaredAtPayment(value, plan);
  const declaration = useQueryOf(
    readDocument,
    { planId: value.planId, documentId: declared?.id ?? '' },
    { enabled: declared !== undefined },
  );
  const waits = needsParent(insuredOf(value));
  const ownFen = ownFenOf(value);
  const payWords = ownFen === 0 ? '不用付钱，直接办好' : `微信支付 ${formatYuanShort(ownFen)} 元`;
  const startDay = startDayOf(value);
  const signed = isSigned(value);
  const places = error?.fields ?? [];
  const membersFaults = places.filter(({ path }) => path.startsWith('members'));

  // What is refused stands beside the amount, above the signatures.
  useEffect(() => {
    if (error !== undefined) void showControl('pay-failure');
  }, [error]);

  /** The press that buys declares what stands above it. */
  const declare = () => {
    if (declaration.data !== undefined) set(confirm(value, declaration.data.document, phoneTime()));
  };
  const mendMembers = async () => {
    set({ faults: places.map(({ path, message }) => ({ path, message })) });
    await backTo(MEMBERS);
  };
  const askFamily = async () => {
    declare();
    const orderId = await place();
    if (orderId !== undefined) await openPage(askFamilyPath(orderId));
  };

  const words = waits ? '提交，请孩子父母同意' : payWords;
  const action =
    standing.kind === 'waiting' ? (
      <Button id="pay-look" onPress={() => look(standing.orderId)}>
        再查一次
      </Button>
    ) : (
      <Button
        id="pay-submit"
        disabled={!signed}
        reason={wantingWords(value)}
        onPress={() => {
          declare();
          return pay();
        }}
      >
        {declared === undefined ? words : `以上属实，${words}`}
      </Button>
    );
  const mayBuy = plan !== undefined && value.checked.length > 0 && standing.kind !== 'refund';

  return (
    <Page actions={mayBuy && (declared === undefined || declaration.data !== undefined) ? action : undefined}>
      <StepBar steps={BUY_STEPS} current={2} />
      <Loaded answer={plans}>
        {() =>
          plan === undefined || value.checked.length === 0 ? (
            <StartAgain missing={plan === undefined ? 'plan' : 'members'} />
          ) : (
            <>
              <PaySummary
                ownFen={ownFen}
                payers={value.payers}
                payeeName={plan.insurer.name}
                planName={plan.isSample ? `${plan.name}（示例）` : plan.name}
                persons={value.checked}
                copies={value.copies}
                startDay={startDay}
              >
                <PaymentStanding standing={standing} />
                {error === undefined ? null : (
                  <View id="pay-failure">
                    <Failure error={error} />
                  </View>
                )}
              </PaySummary>
              {startDay === undefined || value.lastDay === '' ? null : (
                <RenewedCover lastDay={value.lastDay} startDay={startDay} today={startDay} />
              )}
              {declared === undefined ? null : (
                <>
                  <Button id="pay-change" kind="quiet" onPress={() => openPage(MEMBERS)}>
                    家人有变化，去改
                  </Button>
                  <Loaded answer={declaration}>
                    {(answer) => <HealthDeclaration answer={answer} hotline={plan.insurer.hotline} />}
                  </Loaded>
                </>
              )}
              <Signatures purchase={value} onChange={set} />
              {membersFaults.length === 0 ? null : (
                <>
                  <Card flush>
                    {places.map(({ path, message }) => (
                      <Row key={path} label={message} />
                    ))}
                  </Card>
                  <Button id="pay-mend-members" kind="secondary" onPress={mendMembers}>
                    去改家人
                  </Button>
                </>
              )}
              {waits ? (
                <Notice title="先请孩子的父母同意">
                  提交后，把链接发给孩子的爸爸或妈妈。他们在微信里同意了，您再付款。这一步不收钱，订单等 24
                  小时。
                </Notice>
              ) : null}
              {signed && !waits && ownFen > 0 && (standing.kind === 'ready' || standing.kind === 'unpaid') ? (
                <Button id="pay-ask-family" kind="quiet" onPress={askFamily}>
                  请家人付
                </Button>
              ) : null}
              <SellerFooter plans={[plan]} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
