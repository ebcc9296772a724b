import { Text, View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Field } from '@/components/field/field';
import { Icon } from '@/components/icon/icon';
import { Pressable } from '@/components/pressable/pressable';
import { newInvoice, type InvoiceDraft } from './facts-draft';
import styles from './facts-form.module.scss';

interface InvoiceFieldsProps {
  invoices: readonly InvoiceDraft[];
  /** By the server's paths. */
  faults: ReadonlyMap<string, string>;
  onChange: (invoices: InvoiceDraft[]) => void;
}

/** Most lines of one claim. */
const MOST = 60;

/** The invoices of a medical claim, line by line. Source: domain R9. */
export function InvoiceFields({ invoices, faults, onChange }: InvoiceFieldsProps) {
  const change = (position: number, part: Partial<InvoiceDraft>) =>
    onChange(invoices.map((invoice, index) => (index === position ? { ...invoice, ...part } : invoice)));
  return (
    <>
      {invoices.map((invoice, index) => (
        <View key={index} className={styles.invoice}>
          <View className={styles.invoiceHead}>
            <Text className={styles.invoiceTitle}>第 {index + 1} 张发票</Text>
            {invoices.length === 1 ? null : (
              <Pressable
                id={`facts-invoice-${index + 1}-remove`}
                className={styles.remove}
                label={`删除第 ${index + 1} 张发票`}
                onPress={() => onChange(invoices.filter((_, position) => position !== index))}
              >
                <Icon name="delete" size="small" />
                <Text>删除</Text>
              </Pressable>
            )}
          </View>
          <Field
            id={`facts-invoice-${index + 1}-label`}
            label="名称"
            value={invoice.label}
            maxLength={40}
            placeholder="如：县医院门诊"
            onChange={(label) => change(index, { label })}
          />
          <View className={styles.amounts}>
            <Field
              id={`facts-invoice-${index + 1}-eligible`}
              label="保单认可的金额"
              kind="money"
              unit="元"
              value={invoice.eligible}
              placeholder="0.00"
              error={faults.get(`facts.invoices.${index}.eligibleFen`)}
              onChange={(eligible) => change(index, { eligible })}
            />
            <Field
              id={`facts-invoice-${index + 1}-others`}
              label="医保或别处已报"
              kind="money"
              unit="元"
              value={invoice.paidByOthers}
              placeholder="没有就不填"
              error={faults.get(`facts.invoices.${index}.paidByOthersFen`)}
              onChange={(paidByOthers) => change(index, { paidByOthers })}
            />
          </View>
        </View>
      ))}
      {invoices.length < MOST ? (
        <Button
          id="facts-invoice-add"
          kind="secondary"
          icon="add"
          onPress={() => onChange([...invoices, newInvoice(invoices.length + 1)])}
        >
          再加一张发票
        </Button>
      ) : null}
    </>
  );
}
