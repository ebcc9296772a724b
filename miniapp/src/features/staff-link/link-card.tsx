import { Image, Text, View } from '@tarojs/components';
import { createReferral } from 'shared/referral/create-referral.contract';
import type { ReferralView } from 'shared/referral/referral-view';
import { chinaDayOf, formatChinaDate } from 'shared/time/china-day';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Failure } from '@/components/failure/failure';
import { Section } from '@/components/section/section';
import { ShareButton } from '@/components/share-button/share-button';
import { a11y } from '@/lib/a11y/a11y';
import { useCommand } from '@/lib/query/use-command';
import { LinkAddress } from './link-address';
import styles from './link-card.module.scss';

interface LinkCardProps {
  /** The newest link in force; undefined before the first. */
  link: ReferralView | undefined;
  village: { regionCode: string; name: string };
  /** The card's picture, 5:4. */
  picture: string;
}

/** The village's enrolment link: made once, then shown as the card that the group will see. Source: domain R29. */
export function LinkCard({ link, village, picture }: LinkCardProps) {
  const making = useCommand(createReferral);
  const make = () => making.run({ villageCode: village.regionCode });
  return (
    <Section title="参保链接">
      <Card>
        {link === undefined ? (
          <>
            <Text>{`给${village.name}做一个链接，发到村里的群。谁想看，自己点开；买不买由各家决定。`}</Text>
            <Button id="staff-make-link" icon="link" onPress={make}>
              做一个链接
            </Button>
          </>
        ) : (
          <>
            <View className={styles.card}>
              <Text className={styles.title}>{link.shareTitle}</Text>
              <Image
                className={styles.picture}
                src={picture}
                mode="aspectFill"
                {...a11y({ label: '分享卡片的图片：一家人在屋檐下，家庭意外险参保入口' })}
              />
              <Text className={styles.source}>暖家保 小程序</Text>
            </View>
            <ShareButton id="staff-share-link" path={link.path}>
              分享到群
            </ShareButton>
            <LinkAddress path={link.path} />
            <View className={styles.foot}>
              <Text className={styles.made}>
                {link.campaign} · {formatChinaDate(chinaDayOf(link.createdAt))}做的
              </Text>
              <Button id="staff-make-link" kind="quiet" onPress={make}>
                换一个新链接
              </Button>
            </View>
          </>
        )}
        {making.error === undefined ? null : <Failure error={making.error} />}
      </Card>
      <Text className={styles.rule}>您只负责告诉和帮忙：不收钱，不劝买，家家看到的页面都一样。</Text>
    </Section>
  );
}
