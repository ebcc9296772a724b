import Taro, { useRouter } from '@tarojs/taro';
import { Badge } from '@/components/badge/badge';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { Row } from '@/components/row/row';
import { Section } from '@/components/section/section';
import { StepBar } from '@/components/step-bar/step-bar';
import { isConfirmed, pagesOf, usePurchase } from '@/features/order/purchase';
import { StartAgain } from '@/features/order/start-again';
import { BUY_STEPS } from '@/features/order/steps';
import { DOCUMENT_PURPOSES } from '@/features/product/document-words';
import { SellerFooter } from '@/features/product/seller-footer';
import { usePlans } from '@/features/product/use-plans';
import { rememberedCode } from '@/features/referral/referral-code';

/**
 * The pages that a buyer reads, with what is confirmed already. With `planId` in the address it is only looked at,
 * from the comparison: nothing is confirmed there.
 */
export default function ReadPage() {
  const { params } = useRouter();
  const plans = usePlans(rememberedCode());
  const { value } = usePurchase();
  const lookedAt = params.planId;
  const plan = plans.data?.plans.find(({ id }) => id === (lookedAt ?? value.planId));
  const documents = plan === undefined ? [] : lookedAt === undefined ? pagesOf(value, plan) : plan.documents;
  const next = documents.find((document) => !isConfirmed(value, document));

  const open = (documentId: string) =>
    Taro.navigateTo({
      url: `/packages/buy/pages/document/document?planId=${plan?.id ?? ''}&documentId=${documentId}${lookedAt === undefined ? '' : '&look=1'}`,
    });

  const goOn = () =>
    next === undefined ? Taro.navigateTo({ url: '/packages/buy/pages/sign/sign' }) : open(next.id);

  return (
    <Page
      actions={
        lookedAt !== undefined || plan === undefined ? undefined : (
          <Button id="read-next" onPress={goOn}>
            {next === undefined
              ? '下一步，签名'
              : documents.every((page) => page.kind === 'privacy' || !isConfirmed(value, page))
                ? '开始看'
                : '接着看下一份'}
          </Button>
        )
      }
    >
      {lookedAt === undefined ? <StepBar steps={BUY_STEPS} current={1} /> : null}
      <Loaded answer={plans}>
        {() =>
          plan === undefined ? (
            <StartAgain missing="plan" />
          ) : (
            <>
              <Section
                title={lookedAt === undefined ? `${documents.length} 份说明，逐份看完再确认` : plan.name}
                note={lookedAt === undefined ? '都看完，才能签名。看不清可以请家人念。' : undefined}
              >
                <Card flush>
                  {documents.map((document) => (
                    <Row
                      key={document.id}
                      id={`read-${document.kind}`}
                      label={document.title}
                      note={DOCUMENT_PURPOSES[document.kind]}
                      value={
                        lookedAt !== undefined ? undefined : isConfirmed(value, document) ? (
                          <Badge tone="good">已确认</Badge>
                        ) : (
                          <Badge tone="plain">没看完</Badge>
                        )
                      }
                      onPress={() => void open(document.id)}
                    />
                  ))}
                </Card>
              </Section>
              <SellerFooter plans={[plan]} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
