import { useState } from 'react';
import { findDelivery, recordDelivery, type DeliveryView } from 'shared/policy/delivery.contracts';
import { coverWords } from 'shared/policy/cover-words';
import { formatChinaDate } from 'shared/time/china-day';
import { Card } from '@/components/card/card';
import { Failure } from '@/components/failure/failure';
import { Field } from '@/components/field/field';
import { Notice } from '@/components/notice/notice';
import { Row } from '@/components/row/row';
import { useCommand } from '@/lib/query/use-command';
import { useRequest } from '@/lib/query/use-request';

/** Recording that a policy was brought home: its number, whose it is, to whom it was given. */
export const useDelivery = () => {
  const [policyNumber, setNumber] = useState('');
  const [note, setNote] = useState('');
  const [policy, setPolicy] = useState<DeliveryView>();
  const [isRecorded, setRecorded] = useState(false);
  const finding = useRequest(findDelivery);
  const recording = useCommand(recordDelivery);
  return {
    policyNumber,
    note,
    policy,
    isRecorded,
    error: policy === undefined ? finding.error : recording.error,
    typeNumber: (typed: string) => {
      setNumber(typed);
      setPolicy(undefined);
      setRecorded(false);
      recording.reset();
    },
    typeNote: (typed: string) => {
      setNote(typed);
      recording.reset();
    },
    find: async (): Promise<void> => {
      const found = await finding.run({ policyNumber });
      if (found.ok) setPolicy(found.data.policy);
    },
    record: async (): Promise<void> => {
      const recorded = await recording.run({ policyNumber, note });
      if (!recorded.ok) return;
      setPolicy(recorded.data.policy);
      setRecorded(true);
      setNote('');
    },
  };
};

type Delivery = ReturnType<typeof useDelivery>;

function FoundPolicy({ delivery, policy }: { delivery: Delivery; policy: DeliveryView }) {
  const { note, typeNote, isRecorded, error } = delivery;
  const received =
    policy.openedOn === null ? '家里还没打开过' : `${formatChinaDate(policy.openedOn)}家里自己打开过`;
  return (
    <>
      <Card flush>
        <Row label="投保人" value={policy.maskedHolderName} />
        <Row label="方案" value={policy.planName} />
        <Row label="保障时间" value={coverWords(policy).join('，')} stacked />
        <Row label="电子保单" value={received} />
      </Card>
      {isRecorded ? (
        <Notice tone="good" title="登记好了" announced>
          这份保单已送到家，可以接着登记下一份。
        </Notice>
      ) : policy.deliveredOn !== null ? (
        <Notice>{`${formatChinaDate(policy.deliveredOn)}已经登记送达。`}</Notice>
      ) : (
        <Field
          id="delivery-note"
          label="交给了谁"
          value={note}
          maxLength={100}
          placeholder="例如：交给他爱人"
          onChange={typeNote}
          hint="不用写证件号、电话。"
          error={error?.faultAt('note')}
        />
      )}
    </>
  );
}

/** The number first; then whose policy it is, and to whom it was given. */
export function DeliveryForm({ delivery }: { delivery: Delivery }) {
  const { policyNumber, typeNumber, policy, error } = delivery;
  const fault = error?.faultAt('policyNumber');
  const hasPlace = fault !== undefined || error?.faultAt('note') !== undefined;
  return (
    <>
      <Field
        id="delivery-number"
        label="保单号"
        kind="digit"
        value={policyNumber}
        maxLength={40}
        placeholder="保单上的 22 位数字"
        onChange={typeNumber}
        hint="只能登记本村的保单。"
        error={fault}
      />
      {error === undefined || hasPlace ? null : <Failure error={error} />}
      {policy === undefined ? null : <FoundPolicy delivery={delivery} policy={policy} />}
    </>
  );
}
