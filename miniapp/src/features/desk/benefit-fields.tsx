import { View } from '@tarojs/components';
import { DateField } from '@/components/date-field/date-field';
import { Field } from '@/components/field/field';
import { DisabilityFields } from './disability-fields';
import { EntryLines } from './entry-lines';
import type { BenefitFieldsProps } from './benefit-fields-props';
import { newStay } from './facts-draft';
import styles from './facts-form.module.scss';
import { MedicalFields } from './medical-fields';

function AllowanceFields({ facts, path, faults, today, onChange }: BenefitFieldsProps<'allowance'>) {
  return (
    <EntryLines
      id="facts-stay"
      items={facts.stays}
      nameOf={(position) => `第 ${position} 次住院`}
      addWords="再加一次住院"
      newItem={newStay}
      most={20}
      fewest={1}
      onChange={(stays) => onChange({ ...facts, stays })}
    >
      {(stay, index, change) => (
        <View className={styles.pair}>
          <DateField
            id={`facts-stay-${index + 1}-in`}
            label="入院日期"
            value={stay.admittedOn}
            until={today}
            error={faults.get(`${path}.stays.${index}.admittedOn`)}
            onChange={(admittedOn) => change({ admittedOn })}
          />
          <DateField
            id={`facts-stay-${index + 1}-out`}
            label="出院日期"
            value={stay.dischargedOn}
            until={today}
            error={faults.get(`${path}.stays.${index}.dischargedOn`)}
            onChange={(dischargedOn) => change({ dischargedOn })}
          />
        </View>
      )}
    </EntryLines>
  );
}

function DeathFields({ facts, path, faults, today, onChange }: BenefitFieldsProps<'death'>) {
  return (
    <View className={styles.pair}>
      <DateField
        id="facts-died-on"
        label="去世的日子"
        value={facts.diedOn}
        until={today}
        error={faults.get(`${path}.diedOn`)}
        onChange={(diedOn) => onChange({ ...facts, diedOn })}
      />
      <Field
        id="facts-death-others"
        label="别家保险公司赔的身故金"
        kind="money"
        unit="元"
        value={facts.paidByOtherInsurers}
        placeholder="没有就不填"
        hint="只在未成年人身故的法定限额里用。"
        error={faults.get(`${path}.paidByOtherInsurersFen`)}
        onChange={(paidByOtherInsurers) => onChange({ ...facts, paidByOtherInsurers })}
      />
    </View>
  );
}

function IllnessFields({ facts, path, faults, today, onChange }: BenefitFieldsProps<'illness'>) {
  return (
    <View className={styles.pair}>
      <Field
        id="facts-disease"
        label="诊断书上的病名"
        value={facts.disease}
        maxLength={40}
        error={faults.get(`${path}.disease`)}
        onChange={(disease) => onChange({ ...facts, disease })}
      />
      <DateField
        id="facts-diagnosed-on"
        label="确诊的日子"
        value={facts.diagnosedOn}
        until={today}
        error={faults.get(`${path}.diagnosedOn`)}
        onChange={(diagnosedOn) => onChange({ ...facts, diagnosedOn })}
      />
    </View>
  );
}

/** The fields of one benefit, by its kind. */
export function BenefitFields({ facts, ...props }: BenefitFieldsProps) {
  switch (facts.kind) {
    case 'medical':
      return <MedicalFields facts={facts} {...props} />;
    case 'allowance':
      return <AllowanceFields facts={facts} {...props} />;
    case 'disability':
      return <DisabilityFields facts={facts} {...props} />;
    case 'death':
      return <DeathFields facts={facts} {...props} />;
    case 'illness':
      return <IllnessFields facts={facts} {...props} />;
  }
}
