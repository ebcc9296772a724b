import { useState } from 'react';
import Taro from '@tarojs/taro';
import type { Strokes } from 'shared/order/order.schema';
import { isWrittenName } from 'shared/order/written-name';
import { Button } from '@/components/button/button';
import { Notice } from '@/components/notice/notice';
import { Page } from '@/components/page/page';
import { StepBar } from '@/components/step-bar/step-bar';
import { insuredOf } from '@/features/order/participation';
import { confirmLater, sign, signersOf, usePurchase } from '@/features/order/purchase';
import { SignSheet } from '@/features/order/sign-sheet';
import { StartAgain } from '@/features/order/start-again';
import { BUY_STEPS } from '@/features/order/steps';
import { SellerFooter } from '@/features/product/seller-footer';
import { usePlans } from '@/features/product/use-plans';
import { rememberedPlace } from '@/features/referral/place';
import { useTheme } from '@/lib/theme/theme';

/** Each adult signs for the sum on their own life, one sheet after the other. Source: domain R26. */
export default function SignPage() {
  const { value, set } = usePurchase();
  const { elder } = useTheme();
  const plans = usePlans(rememberedPlace());
  const plan = plans.data?.plans.find(({ id }) => id === value.planId);
  const signers = signersOf(value);
  const [turn, setTurn] = useState(0);
  const [error, setError] = useState<string>();
  const memberIndex = signers[turn];
  const person = memberIndex === undefined ? undefined : value.checked[memberIndex];
  const written = value.signatures.find((signature) => signature.memberIndex === memberIndex)?.strokes ?? [];
  const isLast = turn >= signers.length - 1;
  const minors = value.checked.filter(({ mustSign }) => !mustSign).map(({ name }) => name);

  const isLater = memberIndex !== undefined && value.later.includes(memberIndex);
  // Whoever buys is here and signs.
  const mayBeLater = memberIndex !== undefined && insuredOf(value)[memberIndex]?.relation !== 'self';

  const goOn = async () => {
    if (!isLater && !isWrittenName(written)) {
      setError(written.length === 0 ? '请在上面写下全名。' : '签名太短了，请写全名。');
      return;
    }
    if (isLast) await Taro.navigateTo({ url: '/packages/buy/pages/pay/pay' });
    else setTurn(turn + 1);
  };

  return (
    <Page
      actions={
        person === undefined ? undefined : (
          <>
            {turn === 0 ? null : (
              <Button id="sign-previous" kind="secondary" onPress={() => setTurn(turn - 1)}>
                上一位
              </Button>
            )}
            <Button id="sign-next" onPress={goOn}>
              {isLast ? '去付款' : '下一位'}
            </Button>
          </>
        )
      }
    >
      {elder ? null : <StepBar steps={BUY_STEPS} current={2} />}
      {person === undefined || memberIndex === undefined ? (
        <StartAgain missing="members" />
      ) : (
        <>
          <SignSheet
            purchase={value}
            memberIndex={memberIndex}
            onSign={(strokes: Strokes) => {
              setError(undefined);
              set(sign(value, memberIndex, strokes));
            }}
            error={error}
          />
          {isLater ? (
            <Notice tone="info" title="发给本人确认">
              {`付款后，您把确认链接发给${person.name}，由本人在自己的微信里确认。确认前，身故保障还不算数。想现在签，直接在上面写名字。`}
            </Notice>
          ) : mayBeLater ? (
            <Button
              id="sign-later"
              kind="quiet"
              onPress={() => {
                setError(undefined);
                set(confirmLater(value, memberIndex));
              }}
            >
              不在身边，发给他本人确认
            </Button>
          ) : null}
          {minors.length === 0 || !isLast ? null : (
            <Notice>{`${minors.join('、')}未满 18 岁，由父母投保，不用签名。`}</Notice>
          )}
          {plan === undefined ? null : <SellerFooter plans={[plan]} />}
        </>
      )}
    </Page>
  );
}
