import { needsParent } from 'shared/household/insurable-interest';
import { formatYuanShort } from 'shared/money/fen';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Failure } from '@/components/failure/failure';
import { Loaded } from '@/components/loaded/loaded';
import { Notice } from '@/components/notice/notice';
import { Page } from '@/components/page/page';
import { Row } from '@/components/row/row';
import { StepBar } from '@/components/step-bar/step-bar';
import { insuredOf } from '@/features/order/participation';
import {
  isSigned,
  orderOf,
  ownFenOf,
  sign,
  signersOf,
  startDayOf,
  unsignedOf,
  usePurchase,
} from '@/features/order/purchase';
import { askConsentPath } from '@/features/order/consent-paths';
import { askFamilyPath } from '@/features/order/family-pays-path';
import { PaymentStanding } from '@/features/order/payment-standing';
import { PaySummary } from '@/features/order/pay-summary';
import { SignSheet } from '@/features/order/sign-sheet';
import { StartAgain } from '@/features/order/start-again';
import { BUY_STEPS } from '@/features/order/steps';
import { usePayment } from '@/features/order/use-payment';
import { SellerFooter } from '@/features/product/seller-footer';
import { usePlans } from '@/features/product/use-plans';
import { rememberedPlace } from '@/features/referral/place';
import { backTo, openAboveTab, openPage } from '@/lib/navigation/navigation';

/** How much, to whom; one button. */
export default function PayPage() {
  const plans = usePlans(rememberedPlace());
  const { value, clear, set } = usePurchase();
  const { standing, pay, place, look, error } = usePayment(
    orderOf(value, rememberedPlace()),
    async (policyId) => {
      clear();
      await openAboveTab('/pages/home/home', `/packages/buy/pages/success/success?policyId=${policyId}`);
    },
    (orderId) => set({ orderId }),
    (orderId) => openPage(askConsentPath(orderId)),
  );
  const waits = needsParent(insuredOf(value));
  const ownFen = ownFenOf(value);
  const payWords = ownFen === 0 ? '不用付钱，直接办好' : `微信支付 ${formatYuanShort(ownFen)} 元`;
  const plan = plans.data?.plans.find(({ id }) => id === value.planId);
  const signed = isSigned(value);
  // A family that renews signs here, after what it has read; a first purchase has a page for each adult.
  const signers = value.renewsPolicyId === '' ? [] : signersOf(value);
  const unsigned = unsignedOf(value).map((position) => value.checked[position]?.name ?? '');
  const places = error?.fields ?? [];

  const mendMembers = async () => {
    set({ faults: places.map(({ path, message }) => ({ path, message })) });
    await backTo('/packages/buy/pages/members/members', 3);
  };

  const askFamily = async () => {
    const orderId = await place();
    if (orderId !== undefined) await openPage(askFamilyPath(orderId));
  };

  const action =
    standing.kind === 'waiting' ? (
      <Button id="pay-look" onPress={() => look(standing.orderId)}>
        再查一次
      </Button>
    ) : (
      <Button
        id="pay-submit"
        disabled={!signed}
        reason={unsigned.length === 0 ? '还没有签名' : `还差${unsigned.join('、')}签名`}
        onPress={pay}
      >
        {waits ? '提交，请孩子父母同意' : standing.kind === 'ready' ? payWords : '再付一次'}
      </Button>
    );

  return (
    <Page actions={plan === undefined || standing.kind === 'refund' ? undefined : action}>
      <StepBar steps={BUY_STEPS} current={3} />
      <Loaded answer={plans}>
        {() =>
          plan === undefined ? (
            <StartAgain missing="plan" />
          ) : (
            <>
              <PaySummary
                ownFen={ownFen}
                payers={value.payers}
                payeeName={plan.insurer.name}
                planName={plan.isSample ? `${plan.name}（示例）` : plan.name}
                persons={value.checked}
                copies={value.copies}
                startDay={startDayOf(value)}
              >
                <PaymentStanding standing={standing} />
                {error === undefined ? null : <Failure error={error} />}
              </PaySummary>
              {signers.map((memberIndex) => (
                <SignSheet
                  key={memberIndex}
                  purchase={value}
                  memberIndex={memberIndex}
                  onSign={(strokes) => set(sign(value, memberIndex, strokes))}
                />
              ))}
              {places.some(({ path }) => path.startsWith('members')) ? (
                <Card flush>
                  {places.map(({ path, message }) => (
                    <Row key={path} label={message} />
                  ))}
                </Card>
              ) : null}
              {places.some(({ path }) => path.startsWith('members')) ? (
                <Button id="pay-mend-members" kind="secondary" onPress={mendMembers}>
                  去改家人
                </Button>
              ) : null}
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
