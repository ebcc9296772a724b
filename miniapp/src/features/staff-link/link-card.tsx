import { Image, Text, View } from '@tarojs/components';
import type { ReferralView } from 'shared/referral/referral-view';
import { chinaDayOf, formatChinaDate } from 'shared/time/china-day';
import { Card } from '@/components/card/card';
import { Failure } from '@/components/failure/failure';
import { Icon } from '@/components/icon/icon';
import { Pressable } from '@/components/pressable/pressable';
import { Section } from '@/components/section/section';
import { a11y } from '@/lib/a11y/a11y';
import { LinkAddress } from './link-address';
import styles from './link-card.module.scss';
import type { VillageLink } from './use-village-link';

function CardAsSent({ link, picture }: { link: ReferralView; picture: string }) {
  return (
    <View className={styles.card}>
      <Text className={styles.title}>{link.shareTitle}</Text>
      <View className={styles.frame}>
        <Image
          className={styles.picture}
          src={picture}
          mode="aspectFill"
          {...a11y({ label: '分享卡片的图片：屋檐下的一家人，家庭意外险参保入口' })}
        />
      </View>
      <Text className={styles.source}>暖家保 小程序</Text>
    </View>
  );
}

interface LinkCardProps {
  village: string;
  link: VillageLink;
  /** The card's picture, 5:4. */
  picture: string;
}

/** The village's enrolment link as the card that the group will see. Source: domain R29. */
export function LinkCard({ village, link, picture }: LinkCardProps) {
  const { current, make, error } = link;
  return (
    <Section title="参保链接">
      <Card>
        {current === undefined ? (
          <Text>{`给${village}做一个链接，发到村里的群。谁想看，自己点开；买不买由各家决定。`}</Text>
        ) : (
          <>
            <CardAsSent link={current} picture={picture} />
            <LinkAddress path={current.path} />
            <View className={styles.foot}>
              <Text className={styles.made}>
                {current.campaign} · {formatChinaDate(chinaDayOf(current.createdAt))}做的
              </Text>
              <Pressable id="staff-make-link" className={styles.renew} onPress={() => void make()}>
                <Icon name="retry" size="small" />
                <Text>换一个新链接</Text>
              </Pressable>
            </View>
          </>
        )}
        {error === undefined ? null : <Failure error={error} />}
      </Card>
      <Text className={styles.rule}>您只负责告诉和帮忙：不收钱，不劝买，家家看到的页面都一样。</Text>
    </Section>
  );
}
