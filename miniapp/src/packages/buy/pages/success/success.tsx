import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { whoAmI } from 'shared/identity/who-am-i.contract';
import { getPolicy } from 'shared/policy/get-policy.contract';
import { formatChinaDay } from 'shared/time/china-day';
import { Button } from '@/components/button/button';
import { Icon } from '@/components/icon/icon';
import { Loaded } from '@/components/loaded/loaded';
import { Notice } from '@/components/notice/notice';
import { Page } from '@/components/page/page';
import { Skeleton } from '@/components/skeleton/skeleton';
import { Timeline } from '@/components/timeline/timeline';
import { PolicyCard } from '@/features/cover/policy-card';
import { ConsentReminder } from '@/features/order/consent-reminder';
import { requestSubscribe } from '@/lib/cloud/subscribe';
import { useQueryOf } from '@/lib/query/use-query-of';
import styles from './success.module.scss';

/** Bought: the policy as a card, what happens when, and leave to send messages. */
export default function SuccessPage() {
  const { params } = useRouter();
  const { policyId = '' } = params;
  const answer = useQueryOf(getPolicy, { policyId });
  const me = useQueryOf(whoAmI, {});
  const [messages, setMessages] = useState<'unasked' | 'allowed' | 'refused'>('unasked');
  const templates = me.data?.templates;

  const ask = async () => {
    if (templates === undefined) return;
    // WeChat lets one press ask for three; news of a claim's progress is asked for when one is filed.
    const ids = [templates.policyIssued, templates.payoutNotice, templates.renewalDue];
    const said = await requestSubscribe(ids);
    setMessages(ids.some((id) => said[id] === 'accept') ? 'allowed' : 'refused');
  };

  return (
    <Page
      actions={
        <>
          <Button
            id="success-home"
            kind="secondary"
            onPress={() => Taro.switchTab({ url: '/pages/home/home' })}
          >
            回首页
          </Button>
          <Button
            id="success-policy"
            onPress={() =>
              Taro.navigateTo({ url: `/packages/buy/pages/certificate/certificate?policyId=${policyId}` })
            }
          >
            看保单
          </Button>
        </>
      }
    >
      <Loaded answer={answer} skeleton={<Skeleton figure lines={6} />}>
        {({ policy, isUnbroken }) => (
          <>
            <View className={styles.head}>
              <Icon name="done" size="large" className={styles.done} />
              <View className={styles.words}>
                <View className={styles.title}>{isUnbroken ? '续好了' : '买好了'}</View>
                <Text className={styles.when}>
                  {isUnbroken
                    ? '保障接着来，中间一天不断'
                    : `${formatChinaDay(policy.startDay, policy.startDay)}0 点起，全家有保障`}
                </Text>
              </View>
            </View>
            <PolicyCard policy={policy} dominant />
            <ConsentReminder policy={policy} />
            <Timeline
              items={[
                { key: 'paid', state: 'done', title: '付款成功，保单已出' },
                {
                  key: 'start',
                  state: 'now',
                  title: `${formatChinaDay(policy.startDay, policy.startDay)}0 点，${isUnbroken ? '新保单接上' : '保障开始'}`,
                  note: isUnbroken ? '在这之前，上一份保单照样管。' : '在这之前出的意外不赔。',
                  time: '等待开始',
                },
                {
                  key: 'claim',
                  state: 'next',
                  title: '出了意外，随时申请理赔',
                  note: `在首页按“我要理赔”，或打 ${policy.insurer.hotline}。`,
                  time: '需要时',
                },
              ]}
            />
            {messages === 'allowed' ? (
              <Notice tone="good" announced>
                好的，出单、赔款到账和保障快到期时，会在微信里告诉您。
              </Notice>
            ) : messages === 'refused' ? (
              <Notice announced>没关系，您随时可以在“我的”里看消息。</Notice>
            ) : (
              <View className={styles.ask}>
                <Text>出单、赔款到账、保障快到期时，要不要在微信里告诉您？</Text>
                <Button
                  id="allow-messages"
                  kind="secondary"
                  icon="bell"
                  disabled={templates === undefined}
                  onPress={ask}
                >
                  要，请通知我
                </Button>
              </View>
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}
