import Taro, { useRouter } from '@tarojs/taro';
import { Card } from '@/components/card/card';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { Row } from '@/components/row/row';
import { Section } from '@/components/section/section';
import { StartAgain } from '@/features/order/start-again';
import { DOCUMENT_PURPOSES } from '@/features/product/document-words';
import { SellerFooter } from '@/features/product/seller-footer';
import { usePlans } from '@/features/product/use-plans';
import { rememberedPlace } from '@/features/referral/place';

/** The pages of a plan, to be looked at before choosing: nothing is confirmed here. */
export default function ReadPage() {
  const { planId = '' } = useRouter().params;
  const plans = usePlans(rememberedPlace());
  const plan = plans.data?.plans.find(({ id }) => id === planId);
  return (
    <Page>
      <Loaded answer={plans}>
        {() =>
          plan === undefined ? (
            <StartAgain missing="plan" />
          ) : (
            <>
              <Section title={plan.name}>
                <Card flush>
                  {plan.documents.map((document) => (
                    <Row
                      key={document.id}
                      id={`read-${document.kind}`}
                      label={document.title}
                      note={DOCUMENT_PURPOSES[document.kind]}
                      onPress={() =>
                        void Taro.navigateTo({
                          url: `/packages/buy/pages/document/document?planId=${plan.id}&documentId=${document.id}&look=1`,
                        })
                      }
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
