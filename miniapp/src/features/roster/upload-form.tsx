import { useState } from 'react';
import { Text } from '@tarojs/components';
import type { OutputOf } from 'shared/contract/contract';
import type { listRosters } from 'shared/roster/roster.contracts';
import type { SponsorKind } from 'shared/roster/roster.schema';
import { formatYuanShort, parseYuan } from 'shared/money/fen';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { ChoiceList } from '@/components/choice-list/choice-list';
import { DateField } from '@/components/date-field/date-field';
import { Failure } from '@/components/failure/failure';
import { Field } from '@/components/field/field';
import { FieldFrame } from '@/components/field/field-frame';
import { Section } from '@/components/section/section';
import type { CallFailed } from '@/lib/cloud/call-failed';
import type { ChosenSheet } from '@/lib/media/choose-sheet';
import styles from './roster.module.scss';
import { TemplateRow } from './template-row';
import type { RosterPurpose } from './use-roster-upload';

type Plans = OutputOf<typeof listRosters>['plans'];

/** What the form holds while it is filled in. */
export interface UploadEntry {
  readonly kind: SponsorKind;
  readonly sponsor: string;
  readonly planId: string | undefined;
  readonly share: 'all' | 'part';
  readonly shareYuan: string;
  /** '' for the day after the money is confirmed. */
  readonly startDay: string;
}

const EMPTY: UploadEntry = {
  kind: 'government',
  sponsor: '',
  planId: undefined,
  share: 'all',
  shareYuan: '',
  startDay: '',
};

/** What is sent; undefined while something is missing. */
export const purposeOf = (entry: UploadEntry, plans: Plans): RosterPurpose | undefined => {
  const plan = plans.find(({ id }) => id === entry.planId);
  const name = entry.sponsor.trim();
  const shareFen = entry.share === 'all' ? plan?.priceFen : parseYuan(entry.shareYuan);
  if (plan === undefined || name.length < 2 || shareFen === undefined) return undefined;
  return {
    planId: plan.id,
    sponsor: { kind: entry.kind, name },
    shareFen,
    campaignStartDay: entry.startDay === '' ? null : entry.startDay,
  };
};

/** The entry of the form, and how it is changed. */
export const useUploadEntry = () => {
  const [entry, setEntry] = useState(EMPTY);
  return { entry, set: (part: Partial<UploadEntry>) => setEntry((before) => ({ ...before, ...part })) };
};

const KINDS = [
  { value: 'government', label: '政府' },
  { value: 'employer', label: '单位' },
  { value: 'donor', label: '捐赠' },
] as const;

interface UploadFormProps {
  plans: Plans;
  entry: UploadEntry;
  set: (part: Partial<UploadEntry>) => void;
  sheet: ChosenSheet | undefined;
  onChoose: () => Promise<void>;
  error: CallFailed | undefined;
}

/** Who pays, for what, how much, and the file. */
export function UploadForm({ plans, entry, set, sheet, onChoose, error }: UploadFormProps) {
  const fileFault = error?.faultAt('fileId');
  return (
    <>
      <Section title="谁出钱">
        <Card>
          <ChoiceList
            id="roster-kind"
            label="哪一类"
            inline
            choices={KINDS}
            value={entry.kind}
            onChange={(kind) => set({ kind })}
          />
          <Field
            id="roster-sponsor"
            label="单位全称"
            maxLength={60}
            placeholder="例如 明溪县财政局"
            value={entry.sponsor}
            error={error?.faultAt('sponsor.name')}
            onChange={(sponsor) => set({ sponsor })}
          />
        </Card>
      </Section>
      <Section title="参保什么">
        <Card>
          <ChoiceList
            id="roster-plan"
            label="方案"
            choices={plans.map(({ id, name, priceFen, priceUnit, isSample }) => ({
              value: id,
              label: isSample ? `${name}（示例）` : name,
              note: `每${priceUnit === 'household' ? '户' : '人'} ${formatYuanShort(priceFen)} 元`,
            }))}
            value={entry.planId}
            onChange={(planId) => set({ planId })}
          />
          <ChoiceList
            id="roster-share"
            label="出多少"
            inline
            choices={[
              { value: 'all', label: '全部' },
              { value: 'part', label: '一部分' },
            ]}
            value={entry.share}
            error={entry.share === 'all' ? error?.faultAt('shareFen') : undefined}
            onChange={(share) => set({ share })}
          />
          {entry.share === 'part' ? (
            <Field
              id="roster-share-yuan"
              label="每份出资"
              kind="money"
              unit="元"
              hint="其余的由家庭自己在小程序里付"
              value={entry.shareYuan}
              error={error?.faultAt('shareFen')}
              onChange={(shareYuan) => set({ shareYuan })}
            />
          ) : null}
          <DateField
            id="roster-start"
            label="保障从哪天开始（可以不填）"
            hint="不填就是到账确认后第二天；去年的保障还没到期，请填到期后的那一天"
            value={entry.startDay}
            error={error?.faultAt('campaignStartDay')}
            onChange={(startDay) => set({ startDay })}
          />
        </Card>
      </Section>
      <Section title="名单表格" note=".xlsx 或 .csv，最多 100,000 行">
        <TemplateRow kind={entry.kind} />
        <Card>
          <FieldFrame label="填好的表格" error={fileFault}>
            {sheet === undefined ? null : <Text className={styles.name}>{sheet.name}</Text>}
            <Button id="roster-choose" kind="secondary" onPress={onChoose}>
              {sheet === undefined ? '选择文件' : '换一个文件'}
            </Button>
          </FieldFrame>
        </Card>
      </Section>
      {error === undefined || error.fields.length > 0 ? null : <Failure error={error} />}
    </>
  );
}
