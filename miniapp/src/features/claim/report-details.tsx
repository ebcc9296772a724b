import { Image, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { ACCIDENT_CAUSE_WORDS, CLAIM_KIND_WORDS } from 'shared/claim/claim.schema';
import type { ClaimView } from 'shared/claim/claim-view';
import { chinaDayOf, formatChinaDate, formatChinaTime } from 'shared/time/china-day';
import { Card } from '@/components/card/card';
import { Pressable } from '@/components/pressable/pressable';
import { Row } from '@/components/row/row';
import { Section } from '@/components/section/section';
import { a11y } from '@/lib/a11y/a11y';
import { inFours } from './claim-words';
import styles from './report-details.module.scss';

/** What the family reported, to be read again. */
export function ReportDetails({ claim }: { claim: ClaimView }) {
  const isIllness = claim.kind === 'illness';
  const urls = claim.photos.map(({ url }) => url);
  return (
    <Section title="您报的情况">
      <Card flush>
        <Row label="案号" value={inFours(claim.claimNumber)} />
        <Row label="办哪一种" value={CLAIM_KIND_WORDS[claim.kind]} />
        <Row
          label={isIllness ? '确诊的日子' : '出事时间'}
          value={
            isIllness ? formatChinaDate(chinaDayOf(claim.accidentAt)) : formatChinaTime(claim.accidentAt)
          }
        />
        <Row label="原因" value={ACCIDENT_CAUSE_WORDS[claim.cause]} />
        <Row label="地点" value={claim.place} />
        {claim.description === '' ? null : <Row label="经过" value={claim.description} stacked />}
        {claim.payees.map(({ holder, bank, maskedNumber }, index) => (
          <Row key={index} label="收款" value={`${holder} · ${bank} ${maskedNumber}`} />
        ))}
        <Row label="保单" value={claim.policies.map(({ planName }) => planName).join('、')} />
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
