import { useEffect } from 'react';
import { Text, View } from '@tarojs/components';
import { ACCIDENT_CAUSE_WORDS, CLAIM_KIND_WORDS } from 'shared/claim/claim.schema';
import { looksMistyped } from 'shared/claim/card-number';
import { normaliseAccountNumber } from 'shared/claim/filing';
import type { PolicyView } from 'shared/policy/policy-view';
import { formatChinaDay } from 'shared/time/china-day';
import { ChoiceList } from '@/components/choice-list/choice-list';
import { Field } from '@/components/field/field';
import { Notice } from '@/components/notice/notice';
import { Pressable } from '@/components/pressable/pressable';
import type { ClaimForm } from './claim-draft';
import { BankCardPhoto } from './bank-card-photo';
import { inFours } from './claim-words';
import { holdersFor, subjectOf } from './claimable';
import styles from './filing.module.scss';

/** Banks that villages use most; any other is typed. */
const COMMON_BANKS = ['农商银行', '农业银行', '邮政储蓄银行', '工商银行', '建设银行', '中国银行'] as const;

const whyThisHolder = (form: ClaimForm, policies: readonly PolicyView[]): string => {
  const { person } = subjectOf(form.draft, policies);
  if (person === undefined) return '';
  if (form.draft.kind === 'death') return '打到这份保单里成年家人的卡上。';
  return person.isAdult ? `只能打到${person.name}本人的卡上。` : `${person.name}未满 18 岁，打到父母的卡上。`;
};

/** Everything in one sentence, to be read over before it is sent. */
const summary = ({ draft }: ClaimForm, policies: readonly PolicyView[]): string => {
  const { person } = subjectOf(draft, policies);
  const { kind, cause, accidentDay, accidentTime, place, photos } = draft;
  if (person === undefined || kind === undefined || cause === undefined || accidentDay === '') return '';
  return `${person.name}，${CLAIM_KIND_WORDS[kind]}。${formatChinaDay(accidentDay)} ${accidentTime}，在${place}，${ACCIDENT_CAUSE_WORDS[cause]}。照片 ${photos.length} 张。`;
};

/** Fills in the holder where the law leaves no choice. */
export const useOnlyHolder = (form: ClaimForm, policies: readonly PolicyView[]): void => {
  const holders = holdersFor(form.draft, policies);
  const only = holders.length === 1 ? holders[0] : undefined;
  useEffect(() => {
    if (only !== undefined && form.draft.holder === '') form.answer({ holder: only });
  });
};

/** Where the money goes. */
export function AccountForm({ form, policies }: { form: ClaimForm; policies: readonly PolicyView[] }) {
  const { draft, answer, faultAt } = form;
  const holders = holdersFor(draft, policies);
  const toSend = summary(form, policies);
  return (
    <>
      {holders.length > 0 ? (
        <ChoiceList
          id="claim-holder"
          label="户名"
          choices={holders.map((name, index) => ({ value: String(index), label: name, icon: 'card' }))}
          value={String(holders.indexOf(draft.holder))}
          onChange={(index) => answer({ holder: holders[Number(index)] ?? '' })}
          hint={whyThisHolder(form, policies)}
          error={faultAt('account.holder')}
        />
      ) : (
        <Field
          id="claim-holder"
          label="户名"
          kind="name"
          value={draft.holder}
          onChange={(holder) => answer({ holder })}
          hint={whyThisHolder(form, policies)}
          error={faultAt('account.holder')}
        />
      )}
      <BankCardPhoto onRead={(number) => answer({ number })} />
      <Field
        id="claim-account"
        label="银行卡号或存折号"
        kind="digit"
        maxLength={24}
        value={draft.number}
        onChange={(number) => answer({ number })}
        error={faultAt('account.number')}
      />
      {draft.number.length > 4 ? (
        <View className={styles.readBack}>
          <Text className={styles.second}>核对一遍：</Text>
          <Text userSelect>{inFours(normaliseAccountNumber(draft.number))}</Text>
        </View>
      ) : null}
      {looksMistyped(draft.number) ? (
        <Notice tone="due" announced>
          这个卡号可能有一位不对，请对照卡面再核对一遍。核对过没错，可以直接提交。
        </Notice>
      ) : null}
      <Field
        id="claim-bank"
        label="哪家银行"
        value={draft.bank}
        maxLength={40}
        placeholder="例如：农商银行"
        onChange={(bank) => answer({ bank })}
        error={faultAt('account.bank')}
      />
      <View className={styles.chips}>
        {COMMON_BANKS.map((bank, index) => (
          <Pressable
            key={bank}
            id={`claim-bank-${index}`}
            className={`${styles.chip} ${draft.bank === bank ? styles.chosen : ''}`}
            selected={draft.bank === bank}
            onPress={() => answer({ bank })}
          >
            {bank}
          </Pressable>
        ))}
      </View>
      {toSend === '' ? null : <Notice title="您要报的是">{toSend}</Notice>}
    </>
  );
}
