import { useState } from 'react';
import Taro, { useRouter } from '@tarojs/taro';
import { getConsent, giveConsent } from 'shared/policy/consent.contracts';
import { Button } from '@/components/button/button';
import { Failure } from '@/components/failure/failure';
import { Field } from '@/components/field/field';
import { Loaded } from '@/components/loaded/loaded';
import { Notice } from '@/components/notice/notice';
import { Page } from '@/components/page/page';
import { Section } from '@/components/section/section';
import { Skeleton } from '@/components/skeleton/skeleton';
import { ConsentAsked, type AskedConsent } from '@/features/order/consent-asked';
import { SellerFooter } from '@/features/product/seller-footer';
import { ask } from '@/lib/ask/ask';
import { useCommand } from '@/lib/query/use-command';
import { useQueryOf } from '@/lib/query/use-query-of';

const ANSWERED = {
  agreed: { tone: 'good', title: '已经确认' },
  refused: { tone: 'due', title: '已经答复：不同意' },
} as const;

const answeredWords = ({ kind, standing }: AskedConsent): string => {
  if (standing === 'refused') return '这笔订单已取消，没有收钱。';
  return kind === 'adult' ? '您的身故保障已经算数，可以关掉这一页了。' : '谢谢您。可以关掉这一页了。';
};

/** Somebody who got a link looks at what is bought for them, or for their child, and consents. Source: domain R26. */
export default function ConsentPage() {
  const { link = '' } = useRouter().params;
  const answer = useQueryOf(getConsent, { link });
  const { run, error } = useCommand(giveConsent);
  const [typed, setTyped] = useState({ name: '', lastFour: '' });
  const [missing, setMissing] = useState<Partial<typeof typed>>({});
  const asked = answer.data;
  const isOpen = asked?.standing === 'awaited';
  const hasPlace = (error?.faultAt('name') ?? error?.faultAt('lastFour')) !== undefined;

  const send = async (agreed: boolean): Promise<void> => {
    if (asked === undefined) return;
    const faults = {
      ...(typed.name.trim() === '' ? { name: '请填写姓名。' } : {}),
      ...(typed.lastFour.trim() === '' ? { lastFour: '请填写证件号后 4 位。' } : {}),
    };
    setMissing(faults);
    if (Object.keys(faults).length > 0) return;
    const { version } = asked;
    await run({ link, ...typed, version, answer: agreed ? 'agreed' : 'refused' });
    await answer.refetch();
  };
  const type = (change: Partial<typeof typed>) => {
    setTyped((before) => ({ ...before, ...change }));
    setMissing({});
  };

  return (
    <Page
      actions={
        asked === undefined ? undefined : isOpen ? (
          <>
            {asked.kind === 'parent' ? (
              <Button
                id="consent-refuse"
                kind="secondary"
                onPress={async () => {
                  const isSure = await ask({
                    title: '不同意给孩子买',
                    text: '这笔订单会取消，不收钱，并告诉投保人。',
                    yes: '不同意',
                    no: '再想想',
                  });
                  if (isSure) await send(false);
                }}
              >
                不同意
              </Button>
            ) : null}
            <Button id="consent-agree" onPress={() => send(true)}>
              {asked.kind === 'adult' ? '我同意，是本人' : '我同意'}
            </Button>
          </>
        ) : (
          <Button
            id="consent-home"
            kind="secondary"
            onPress={() => Taro.switchTab({ url: '/pages/home/home' })}
          >
            去首页
          </Button>
        )
      }
    >
      <Loaded answer={answer} skeleton={<Skeleton figure lines={6} />}>
        {(shown) => (
          <>
            {shown.standing === 'awaited' ? null : (
              <Notice {...ANSWERED[shown.standing]} announced>
                {answeredWords(shown)}
              </Notice>
            )}
            <ConsentAsked asked={shown} />
            {shown.standing === 'awaited' ? (
              <Section title={shown.kind === 'adult' ? '核对您本人' : '核对孩子'}>
                <Field
                  id="consent-name"
                  label={shown.kind === 'adult' ? '您的姓名' : '孩子的姓名'}
                  kind="name"
                  value={typed.name}
                  placeholder={shown.personName}
                  onChange={(name) => type({ name })}
                  error={missing.name ?? error?.faultAt('name')}
                />
                <Field
                  id="consent-last-four"
                  label={shown.kind === 'adult' ? '您的证件号后 4 位' : '孩子的证件号后 4 位'}
                  kind="idcard"
                  value={typed.lastFour}
                  placeholder="4 位"
                  onChange={(lastFour) => type({ lastFour })}
                  error={missing.lastFour ?? error?.faultAt('lastFour')}
                />
                <Notice title="按“同意”就是确认：">{shown.words}</Notice>
              </Section>
            ) : null}
            {error === undefined || hasPlace ? null : <Failure error={error} />}
            <SellerFooter plans={[shown]} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
