import Taro, { useDidShow, useRouter, useShareAppMessage } from '@tarojs/taro';
import { formatYuanShort } from 'shared/money/fen';
import { listConsents } from 'shared/policy/consent.contracts';
import { openPayment } from 'shared/order/open-payment.contract';
import { ownPartOf } from 'shared/sponsor/payer-words';
import { Button } from '@/components/button/button';
import { Failure } from '@/components/failure/failure';
import { Loaded } from '@/components/loaded/loaded';
import { Notice } from '@/components/notice/notice';
import { Page } from '@/components/page/page';
import { Section } from '@/components/section/section';
import { ShareButton } from '@/components/share-button/share-button';
import { Skeleton } from '@/components/skeleton/skeleton';
import { AskedSteps, askedWhom, type Asked } from '@/features/order/asked-person';
import { consentPath } from '@/features/order/consent-paths';
import { PaymentStanding } from '@/features/order/payment-standing';
import { usePurchase } from '@/features/order/purchase';
import { useSettlement } from '@/features/order/use-settlement';
import { SellerFooter } from '@/features/product/seller-footer';
import { shareCard } from '@/lib/cloud/share';
import { openAboveTab } from '@/lib/navigation/navigation';
import { useQueryOf } from '@/lib/query/use-query-of';
import { useRequest } from '@/lib/query/use-request';

/** The next one to be asked: links are sent one after the other. */
const nextOf = ({ persons }: Asked) => persons.find(({ standing }) => standing === 'awaited');

/** What is told above the steps. */
function Standing({ asked }: { asked: Asked }) {
  const { order, persons } = asked;
  const refused = persons.find(({ standing }) => standing === 'refused');
  if (refused !== undefined) {
    return (
      <Notice tone="due" title={`${askedWhom(refused)}没有同意`} announced>
        这笔订单已取消，没有收钱。想再买，可以先不保这个孩子。
      </Notice>
    );
  }
  if (order !== null && (order.state === 'closed' || order.state === 'closing')) {
    return (
      <Notice tone="due" title="订单已关闭" announced>
        24 小时里没有等到确认，没有收钱。还想买，请重新提交一次。
      </Notice>
    );
  }
  if (nextOf(asked) === undefined) {
    return (
      <Notice tone="good" title="都确认好了" announced>
        {order === null ? '身故保障齐了。' : '孩子的父母同意了，现在可以付款。'}
      </Notice>
    );
  }
  return order === null ? (
    <Notice>没确认的家人，别的保障照常有，只是身故保障要本人确认后才算数。</Notice>
  ) : (
    <Notice>孩子的父母同意后才能付款，这笔订单等 24 小时。您可以先离开，答复会在消息里告诉您。</Notice>
  );
}

/** The buyer sends the links of those who must consent themselves, follows the answers, and goes on to pay. Source: domain R26. */
export default function AskConsentPage() {
  const { subjectId = '' } = useRouter().params;
  const { clear } = usePurchase();
  const answer = useQueryOf(listConsents, { subjectId });
  const opening = useRequest(openPayment);
  const { standing, settle, look, restart } = useSettlement(async (policyId) => {
    clear();
    await openAboveTab('/pages/home/home', `/packages/buy/pages/success/success?policyId=${policyId}`);
  });
  const asked = answer.data;
  const next = asked && nextOf(asked);
  const order = asked?.order ?? null;
  const mayPay = order?.state === 'new' && !order.waitsForParent;
  useShareAppMessage(() =>
    shareCard({
      title:
        next?.kind === 'parent'
          ? '家里给孩子买保险，请您看一看、点同意'
          : '家里给您买了保险，请您看一看、点确认',
      path: consentPath(next?.link ?? ''),
    }),
  );
  useDidShow(() => void answer.refetch());

  const pay = async () => {
    restart();
    const opened = await opening.run({ orderId: subjectId });
    if (opened.ok) await settle(subjectId, opened.data.payment);
  };

  const actions =
    asked === undefined ? undefined : mayPay ? (
      standing.kind === 'waiting' ? (
        <Button id="ask-consent-look-paid" onPress={() => look(subjectId)}>
          再查一次
        </Button>
      ) : (
        <Button id="ask-consent-pay" onPress={pay}>
          {`微信支付 ${formatYuanShort(ownPartOf(order.payers))} 元`}
        </Button>
      )
    ) : next === undefined || next.link === null ? (
      <Button
        id="ask-consent-home"
        kind="secondary"
        onPress={() => Taro.switchTab({ url: '/pages/home/home' })}
      >
        回首页
      </Button>
    ) : (
      <>
        <Button id="ask-consent-look" kind="secondary" onPress={answer.refetch}>
          看看结果
        </Button>
        <ShareButton id="ask-consent-share" path={consentPath(next.link)}>
          {next.kind === 'adult' ? `发给${next.name}` : '发给孩子父母'}
        </ShareButton>
      </>
    );

  return (
    <Page actions={actions}>
      <Loaded answer={answer} skeleton={<Skeleton lines={6} />}>
        {(shown) => (
          <>
            <Standing asked={shown} />
            {mayPay ? <PaymentStanding standing={standing} /> : null}
            {opening.error === undefined ? null : <Failure error={opening.error} />}
            {shown.persons
              .filter((person) => person.standing !== 'refused')
              .map((person) => (
                <Section
                  key={person.personIndex}
                  title={askedWhom(person)}
                  note={person.standing === 'agreed' ? '已确认' : '还没确认'}
                >
                  <AskedSteps person={person} isOrder={shown.order !== null} />
                </Section>
              ))}
            <SellerFooter plans={[shown]} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
