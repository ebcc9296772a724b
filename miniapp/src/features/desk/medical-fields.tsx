import { View } from '@tarojs/components';
import { ChoiceList } from '@/components/choice-list/choice-list';
import { DateField } from '@/components/date-field/date-field';
import { Field } from '@/components/field/field';
import type { BenefitFieldsProps } from './benefit-fields-props';
import { EntryLines } from './entry-lines';
import { newInvoice } from './facts-draft';
import styles from './facts-form.module.scss';

const yesOrNo = [
  { value: 'yes', label: '报过' },
  { value: 'no', label: '没报过' },
] as const;

/** The invoices of a medical claim, line by line. Source: domain R9. */
export function MedicalFields({ facts, path, faults, today, onChange }: BenefitFieldsProps<'medical'>) {
  return (
    <>
      <EntryLines
        id="facts-invoice"
        items={facts.invoices}
        nameOf={(position) => `第 ${position} 张发票`}
        addWords="再加一张发票"
        newItem={newInvoice}
        most={60}
        fewest={1}
        onChange={(invoices) => onChange({ ...facts, invoices })}
      >
        {(invoice, index, change) => {
          const id = `facts-invoice-${index + 1}`;
          const faultAt = (field: string) => faults.get(`${path}.invoices.${index}.${field}`);
          return (
            <>
              <View className={styles.pair}>
                <Field
                  id={`${id}-label`}
                  label="名称"
                  value={invoice.label}
                  maxLength={40}
                  placeholder="如：县医院门诊"
                  error={faultAt('label')}
                  onChange={(label) => change({ label })}
                />
                <Field
                  id={`${id}-number`}
                  label="发票号码"
                  value={invoice.number}
                  maxLength={40}
                  placeholder="没有就不填"
                  error={faultAt('number')}
                  onChange={(number) => change({ number })}
                />
              </View>
              <View className={styles.pair}>
                <Field
                  id={`${id}-amount`}
                  label="发票金额"
                  kind="money"
                  unit="元"
                  value={invoice.amount}
                  placeholder="0.00"
                  error={faultAt('amountFen')}
                  onChange={(amount) => change({ amount })}
                />
                <Field
                  id={`${id}-eligible`}
                  label="其中能赔的"
                  kind="money"
                  unit="元"
                  value={invoice.eligible}
                  placeholder="全部"
                  error={faultAt('eligibleFen')}
                  onChange={(eligible) => change({ eligible })}
                />
              </View>
              <View className={styles.pair}>
                <Field
                  id={`${id}-others`}
                  label="医保或别处已报"
                  kind="money"
                  unit="元"
                  value={invoice.paidByOthers}
                  placeholder="没有就不填"
                  error={faultAt('paidByOthersFen')}
                  onChange={(paidByOthers) => change({ paidByOthers })}
                />
                <DateField
                  id={`${id}-day`}
                  label="开票日期"
                  value={invoice.day}
                  until={today}
                  placeholder="看不清就不选"
                  error={faultAt('day')}
                  onChange={(day) => change({ day })}
                />
              </View>
              {invoice.eligible.trim() === '' && invoice.note === '' ? null : (
                <Field
                  id={`${id}-note`}
                  label="只赔一部分的原因（家属会看到）"
                  value={invoice.note}
                  maxLength={100}
                  placeholder="如：护工费 260 元不在医疗费用里"
                  error={faultAt('note')}
                  onChange={(note) => change({ note })}
                />
              )}
            </>
          );
        }}
      </EntryLines>
      <ChoiceList
        id="facts-social-insurance"
        label="医保报销过吗（决定赔付比例）"
        inline
        choices={yesOrNo}
        value={facts.afterSocialInsurance === '' ? undefined : facts.afterSocialInsurance}
        onChange={(afterSocialInsurance) => onChange({ ...facts, afterSocialInsurance })}
      />
    </>
  );
}
