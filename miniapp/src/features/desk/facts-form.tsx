import { Text, View } from '@tarojs/components';
import type { ClaimKind } from 'shared/claim/claim.schema';
import { CLAIM_KIND_TERMS } from 'shared/claim/desk-words';
import type { ChinaDay } from 'shared/time/china-day';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Icon } from '@/components/icon/icon';
import { Notice } from '@/components/notice/notice';
import { Pressable } from '@/components/pressable/pressable';
import { Section } from '@/components/section/section';
import { BenefitFields } from './benefit-fields';
import { ExGratiaFields, RefusedFields } from './beyond-fields';
import { newBenefit, type FactsDraft } from './facts-draft';
import styles from './facts-form.module.scss';

interface FactsFormProps {
  draft: FactsDraft;
  /** What is wrong, by the server's paths. */
  faults: ReadonlyMap<string, string>;
  /** Benefits that some policy of the case covers. */
  covered: readonly ClaimKind[];
  today: ChinaDay;
  onChange: (part: Partial<FactsDraft>) => void;
}

/** A fault that stands at no field of its own. */
function PartFault({ fault }: { fault: string | undefined }) {
  return fault === undefined ? null : <Notice tone="bad">{fault}</Notice>;
}

function AddBenefit({ draft, covered, onChange }: Pick<FactsFormProps, 'draft' | 'covered' | 'onChange'>) {
  const rest = covered.filter((kind) => draft.benefits.every((benefit) => benefit.kind !== kind));
  if (rest.length === 0) return null;
  return (
    <View className={styles.adds}>
      {rest.map((kind) => (
        <Button
          key={kind}
          id={`facts-add-${kind}`}
          kind="secondary"
          icon="add"
          onPress={() => onChange({ benefits: [...draft.benefits, newBenefit(kind)] })}
        >
          {CLAIM_KIND_TERMS[kind]}
        </Button>
      ))}
    </View>
  );
}

/** The facts a handler enters: each benefit once, what is refused of the claim, what is given beyond the clauses. */
export function FactsForm({ draft, faults, covered, today, onChange }: FactsFormProps) {
  return (
    <>
      {draft.benefits.map((benefit, index) => {
        const path = `facts.benefits.${index}`;
        const name = CLAIM_KIND_TERMS[benefit.kind];
        return (
          <Section
            key={benefit.kind}
            title={`录入：${name}`}
            aside={
              <Pressable
                id={`facts-${benefit.kind}-remove`}
                className={styles.remove}
                label={`去掉${name}`}
                onPress={() => onChange({ benefits: draft.benefits.filter((one) => one !== benefit) })}
              >
                <Icon name="delete" size="small" />
                <Text>去掉</Text>
              </Pressable>
            }
          >
            <PartFault fault={faults.get(`${path}.kind`)} />
            <Card>
              <BenefitFields
                facts={benefit}
                path={path}
                faults={faults}
                today={today}
                onChange={(changed) =>
                  onChange({ benefits: draft.benefits.map((one) => (one === benefit ? changed : one)) })
                }
              />
            </Card>
          </Section>
        );
      })}
      <AddBenefit draft={draft} covered={covered} onChange={onChange} />
      <Section title="不赔的部分" note="家属会看到原因和依据">
        <PartFault fault={faults.get('facts.refused')} />
        <Card>
          <RefusedFields
            parts={draft.refused}
            faults={faults}
            onChange={(refused) => onChange({ refused })}
          />
        </Card>
      </Section>
      <Section title="通融" note="条款以外多给的钱，账单上会标明">
        <Card>
          <ExGratiaFields
            lines={draft.exGratia}
            faults={faults}
            onChange={(exGratia) => onChange({ exGratia })}
          />
        </Card>
      </Section>
    </>
  );
}
