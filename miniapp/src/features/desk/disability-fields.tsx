import { View } from '@tarojs/components';
import { CheckRow } from '@/components/check-row/check-row';
import { DateField } from '@/components/date-field/date-field';
import { Field } from '@/components/field/field';
import { FieldFrame } from '@/components/field/field-frame';
import type { BenefitFieldsProps } from './benefit-fields-props';
import { EntryLines } from './entry-lines';
import { newInjury } from './facts-draft';
import styles from './facts-form.module.scss';
import { GradePicker } from './grade-picker';

/** Every injury of the appraisal; which of them decides is for the rules. Source: domain R7, R8. */
export function DisabilityFields({ facts, path, faults, today, onChange }: BenefitFieldsProps<'disability'>) {
  return (
    <>
      <EntryLines
        id="facts-injury"
        items={facts.injuries}
        nameOf={(position) => `第 ${position} 处伤残`}
        addWords="再加一处伤残"
        newItem={newInjury}
        most={20}
        fewest={1}
        onChange={(injuries) => onChange({ ...facts, injuries })}
      >
        {(injury, index, change) => {
          const id = `facts-injury-${index + 1}`;
          const faultAt = (field: string) => faults.get(`${path}.injuries.${index}.${field}`);
          return (
            <>
              <View className={styles.pair}>
                <Field
                  id={`${id}-part`}
                  label="伤在哪里"
                  value={injury.part}
                  maxLength={40}
                  placeholder="如：右手食指缺失"
                  error={faultAt('part')}
                  onChange={(part) => change({ part })}
                />
                <Field
                  id={`${id}-code`}
                  label="条目编码"
                  value={injury.code}
                  maxLength={20}
                  placeholder="照鉴定报告写"
                  error={faultAt('code')}
                  onChange={(code) => change({ code })}
                />
              </View>
              <GradePicker
                id={`${id}-grade`}
                grade={injury.grade}
                error={faultAt('grade')}
                onChange={(grade) => change({ grade })}
              />
            </>
          );
        }}
      </EntryLines>
      <DateField
        id="facts-rated-on"
        label="评残的日子"
        value={facts.ratedOn}
        until={today}
        error={faults.get(`${path}.ratedOn`)}
        onChange={(ratedOn) => onChange({ ...facts, ratedOn })}
      />
      <FieldFrame label="出事后第 180 天" error={faults.get(`${path}.inTreatment`)}>
        <CheckRow
          id="facts-in-treatment"
          checked={facts.inTreatment}
          note="按那一天的情况评定"
          onChange={(inTreatment) => onChange({ ...facts, inTreatment })}
        >
          那天还在治疗
        </CheckRow>
      </FieldFrame>
    </>
  );
}
