import { View } from '@tarojs/components';
import { Field } from '@/components/field/field';
import { ReasonField } from '@/components/reason-field/reason-field';
import { EntryLines } from './entry-lines';
import { newExGratia, newRefused, type ExGratiaDraft, type RefusedDraft } from './facts-draft';
import styles from './facts-form.module.scss';
import { EX_GRATIA_REASONS, REFUSED_PART_REASONS } from './standard-reasons';

interface RefusedFieldsProps {
  parts: readonly RefusedDraft[];
  faults: ReadonlyMap<string, string>;
  onChange: (parts: RefusedDraft[]) => void;
}

/** Parts of the claim that are not paid, in words for the family. Source: domain R16, R21. */
export function RefusedFields({ parts, faults, onChange }: RefusedFieldsProps) {
  return (
    <EntryLines
      id="facts-refused"
      items={parts}
      nameOf={(position) => `第 ${position} 项不赔的部分`}
      addWords="加一项不赔的部分"
      newItem={newRefused}
      most={10}
      onChange={onChange}
    >
      {(part, index, change) => {
        const id = `facts-refused-${index + 1}`;
        const faultAt = (field: string) => faults.get(`facts.refused.${index}.${field}`);
        return (
          <>
            <View className={styles.pair}>
              <Field
                id={`${id}-what`}
                label="哪一部分不赔"
                value={part.what}
                maxLength={40}
                placeholder="如：护工费 260 元"
                error={faultAt('what')}
                onChange={(what) => change({ what })}
              />
              <Field
                id={`${id}-clause`}
                label="依据哪一条"
                value={part.clause}
                maxLength={60}
                placeholder="如：条款第四条"
                error={faultAt('clause')}
                onChange={(clause) => change({ clause })}
              />
            </View>
            <ReasonField
              id={`${id}-reason`}
              label="为什么（家属会原样看到）"
              value={part.reason}
              standard={REFUSED_PART_REASONS}
              error={faultAt('reason')}
              onChange={(reason) => change({ reason })}
            />
          </>
        );
      }}
    </EntryLines>
  );
}

interface ExGratiaFieldsProps {
  lines: readonly ExGratiaDraft[];
  faults: ReadonlyMap<string, string>;
  onChange: (lines: ExGratiaDraft[]) => void;
}

/** Money beyond the clauses; it is marked so wherever it is shown. */
export function ExGratiaFields({ lines, faults, onChange }: ExGratiaFieldsProps) {
  return (
    <EntryLines
      id="facts-goodwill"
      items={lines}
      nameOf={(position) => `第 ${position} 笔通融`}
      addWords="加一笔通融"
      newItem={newExGratia}
      most={5}
      onChange={onChange}
    >
      {(line, index, change) => {
        const id = `facts-goodwill-${index + 1}`;
        const faultAt = (field: string) => faults.get(`facts.exGratia.${index}.${field}`);
        return (
          <>
            <View className={styles.pair}>
              <Field
                id={`${id}-label`}
                label="这笔是什么"
                value={line.label}
                maxLength={40}
                placeholder="如：交通费补助"
                error={faultAt('label')}
                onChange={(label) => change({ label })}
              />
              <Field
                id={`${id}-amount`}
                label="通融金额"
                kind="money"
                unit="元"
                value={line.amount}
                placeholder="0.00"
                error={faultAt('amountFen')}
                onChange={(amount) => change({ amount })}
              />
            </View>
            <ReasonField
              id={`${id}-reason`}
              label="为什么通融（家属会看到）"
              value={line.reason}
              standard={EX_GRATIA_REASONS}
              error={faultAt('reason')}
              onChange={(reason) => change({ reason })}
            />
          </>
        );
      }}
    </EntryLines>
  );
}
