import { Text, View } from '@tarojs/components';
import { looksMistyped } from 'shared/claim/card-number';
import { normaliseAccountNumber } from 'shared/claim/payees';
import { Field } from '@/components/field/field';
import { Notice } from '@/components/notice/notice';
import { BankCardPhoto } from './bank-card-photo';
import { inFours } from './claim-words';
import { QuickAnswers } from './quick-answers';
import styles from './filing.module.scss';

/** Banks that villages use most; any other is typed. */
const COMMON_BANKS = ['农商银行', '农业银行', '邮政储蓄银行', '工商银行', '建设银行', '中国银行'].map(
  (value) => ({ value }),
);

/** An account as it is typed. */
export interface TypedAccount {
  number: string;
  bank: string;
}

interface AccountFieldsProps {
  account: TypedAccount;
  onChange: (change: Partial<TypedAccount>) => void;
  faultAt: (field: keyof TypedAccount) => string | undefined;
}

/** The number of an account, read back in groups, and its bank: one tap for the usual ones. */
export function AccountFields({ account, onChange, faultAt }: AccountFieldsProps) {
  const { number, bank } = account;
  return (
    <>
      <BankCardPhoto onRead={(read) => onChange({ number: read })} />
      <Field
        id="claim-account"
        label="银行卡号或存折号"
        kind="digit"
        maxLength={24}
        value={number}
        onChange={(typed) => onChange({ number: typed })}
        error={faultAt('number')}
      />
      {number.length > 4 ? (
        <View className={styles.readBack}>
          <Text className={styles.second}>核对一遍：</Text>
          <Text userSelect>{inFours(normaliseAccountNumber(number))}</Text>
        </View>
      ) : null}
      {looksMistyped(number) ? (
        <Notice tone="due" announced>
          这个卡号可能有一位不对，请对照卡面再核对一遍。核对过没错，可以直接提交。
        </Notice>
      ) : null}
      <Field
        id="claim-bank"
        label="哪家银行"
        value={bank}
        maxLength={40}
        onChange={(typed) => onChange({ bank: typed })}
        error={faultAt('bank')}
      />
      <QuickAnswers
        id="claim-bank"
        answers={COMMON_BANKS}
        value={bank}
        onChoose={(chosen) => onChange({ bank: chosen })}
      />
    </>
  );
}
