import { Image, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { ACCIDENT_CAUSE_WORDS, CLAIM_KIND_WORDS } from 'shared/claim/claim.schema';
import type { ClaimView } from 'shared/claim/claim-view';
import { formatChinaTime } from 'shared/time/china-day';
import { Card } from '@/components/card/card';
import { Pressable } from '@/components/pressable/pressable';
import { Row } from '@/components/row/row';
import { Section } from '@/components/section/section';
import { a11y } from '@/lib/a11y/a11y';
import { inFours } from './claim-words';
import styles from './report-details.module.scss';

/** What the family reported, to be read again. */
export function ReportDetails({ claim }: { claim: ClaimView }) {
  const urls = claim.photos.map(({ url }) => url);
  return (
    <Section title="您报的情况">
      <Card flush>
        <Row label="案号" value={inFours(claim.claimNumber)} />
        <Row label="办哪一种" value={CLAIM_KIND_WORDS[claim.kind]} />
        <Row label="出事时间" value={formatChinaTime(claim.accidentAt)} />
        <Row label="原因" value={ACCIDENT_CAUSE_WORDS[claim.cause]} />
        <Row label="地点" value={claim.place} />
        <Row label="经过" value={claim.description} stacked />
        <Row
          label="收款"
          value={`${claim.account.holder} · ${claim.account.bank} ${claim.account.maskedNumber}`}
        />
        <Row label="保单" value={claim.planName} />
      </Card>
      {urls.length === 0 ? null : (
        <View className={styles.photos}>
          {urls.map((url, index) => (
            <Pressable
              key={url}
              id={`claim-photo-${index + 1}`}
              className={styles.photo}
              label={`看第 ${index + 1} 张照片`}
              onPress={() => void Taro.previewImage({ urls, current: url })}
            >
              <Image className={styles.picture} src={url} mode="aspectFill" {...a11y({ hidden: true })} />
            </Pressable>
          ))}
        </View>
      )}
    </Section>
  );
}
