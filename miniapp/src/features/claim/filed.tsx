import { Text, View } from '@tarojs/components';
import type { ClaimView } from 'shared/claim/claim-view';
import { formatChinaDay, type ChinaDay } from 'shared/time/china-day';
import { Icon } from '@/components/icon/icon';
import { Notice } from '@/components/notice/notice';
import { a11y } from '@/lib/a11y/a11y';
import { inFours, payeeNames } from './claim-words';
import type { NoticesState } from './use-claim-notices';
import styles from './filed.module.scss';

interface FiledProps {
  claim: ClaimView;
  today: ChinaDay;
  notices: NoticesState;
}

/** The report has arrived: its number large, and what happens in which order. */
export function Filed({ claim, today, notices }: FiledProps) {
  const day = formatChinaDay(claim.promise.day, today);
  const next = [
    '工作人员看材料。还缺什么，一次告诉您。',
    `最晚 ${day}前给您答复。`,
    `算好了先给您看账单，您同意了，钱打到${payeeNames(claim)}的卡上。`,
  ];
  return (
    <View className={styles.filed}>
      <View className={styles.top} {...a11y({ role: 'status' })}>
        <View className={styles.disc}>
          <Icon name="check" />
        </View>
        <Text className={styles.title}>收到了</Text>
        <Text className={styles.label}>您的案号</Text>
        <Text className={styles.number} userSelect>
          {inFours(claim.claimNumber)}
        </Text>
      </View>
      <View className={styles.steps}>
        {next.map((words, index) => (
          <View key={words} className={styles.step}>
            <Text className={styles.count}>{index + 1}</Text>
            <Text className={styles.words}>{words}</Text>
          </View>
        ))}
      </View>
      {notices === 'unasked' ? (
        <Notice title="要不要用微信通知您？">
          点“微信通知我”，有了结果、打了款，微信各发您一条，不用天天来看。
        </Notice>
      ) : notices === 'accepted' ? (
        <Notice tone="good" announced>
          好的，有了结果、打了款，微信会告诉您。
        </Notice>
      ) : (
        <Notice announced>没有开通。进度随时在“理赔”里看，也会写在“消息”里。</Notice>
      )}
    </View>
  );
}
