import { formatYuanShort } from 'shared/money/fen';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Failure } from '@/components/failure/failure';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { Row } from '@/components/row/row';
import { StepBar } from '@/components/step-bar/step-bar';
import { isSigned, orderOf, sign, signersOf, startDayOf, usePurchase } from '@/features/order/purchase';
import { askFamilyPath } from '@/features/order/family-pays-path';
import { PaymentStanding } from '@/features/order/payment-standing';
import { PaySummary } from '@/features/order/pay-summary';
import { SignSheet } from '@/features/order/sign-sheet';
import { StartAgain } from '@/features/order/start-again';
import { BUY_STEPS } from '@/features/order/steps';
import { usePayment } from '@/features/order/use-payment';
import { SellerFooter } from '@/features/product/seller-footer';
import { usePlans } from '@/features/product/use-plans';
import { rememberedCode } from '@/features/referral/referral-code';
import { backTo, openAboveTab, openPage } from '@/lib/navigation/navigation';

/** How much, to whom; one button. */
export default function PayPage() {
  const plans = usePlans(rememberedCode());
  const { value, clear, set } = usePurchase();
  const { standing, pay, place, look, error } = usePayment(
    orderOf(value, rememberedCode()),
    async (policyId) => {
      clear();
      await openAboveTab('/pages/home/home', `/packages/buy/pages/success/success?policyId=${policyId}`);
    },
  );
  const plan = plans.data?.plans.find(({ id }) => id === value.planId);
  const signed = isSigned(value);
  // A family that renews signs here, after what it has read; a first purchase has a page for each adult.
  const signers = value.renewsPolicyId === '' ? [] : signersOf(value);
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
      <Button id="pay-submit" disabled={!signed} reason="还没有签名" onPress={pay}>
        {standing.kind === 'ready' ? `微信支付 ${formatYuanShort(value.priceFen)} 元` : '再付一次'}
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
                priceFen={value.priceFen}
                payeeName={plan.insurer.name}
                planName={plan.isSample ? `${plan.name}（示例）` : plan.name}
                persons={value.checked}
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
              {signed && (standing.kind === 'ready' || standing.kind === 'unpaid') ? (
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
