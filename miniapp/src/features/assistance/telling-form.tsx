import { coverWords } from 'shared/policy/cover-words';
import { ACCIDENT_CAUSE_WORDS, CLAIM_KIND_WORDS } from 'shared/claim/claim.schema';
import { RELATION_WORDS } from 'shared/household/member.schema';
import { Card } from '@/components/card/card';
import { ChoiceList } from '@/components/choice-list/choice-list';
import { DateField } from '@/components/date-field/date-field';
import { TimeField } from '@/components/date-field/time-field';
import { Failure } from '@/components/failure/failure';
import { Field } from '@/components/field/field';
import { TextArea } from '@/components/field/text-area';
import { Row } from '@/components/row/row';
import { useTheme } from '@/lib/theme/theme';
import type { Assist, Family } from './use-assist';

const KINDS = ['medical', 'allowance', 'disability', 'illness', 'death'] as const;
const CAUSES = ['fall', 'traffic', 'farmWork', 'animal', 'burn', 'drowning', 'illness', 'other'] as const;

/** Who it happened to, and what kind of case it is. */
function WhoAndKind({ assist, family }: { assist: Assist; family: Family }) {
  const { telling, tell, faultAt } = assist;
  return (
    <>
      <ChoiceList
        id="assist-person"
        label="谁出的事"
        choices={family.persons.map(({ maskedName, relation }, index) => ({
          value: String(index),
          label: maskedName,
          note: RELATION_WORDS[relation],
          icon: 'person',
        }))}
        value={telling.personIndex === undefined ? undefined : String(telling.personIndex)}
        onChange={(index) => tell({ personIndex: Number(index) })}
        error={faultAt('personIndex')}
      />
      <ChoiceList
        id="assist-kind"
        label="要办哪一种"
        choices={KINDS.map((kind) => ({ value: kind, label: CLAIM_KIND_WORDS[kind] }))}
        value={telling.kind}
        onChange={(kind) => tell({ kind })}
        error={faultAt('kind')}
      />
    </>
  );
}

/** Everything that a specialist may fill in, and nothing else: no account, no paper. Source: domain R40. */
export function TellingForm({ assist, family }: { assist: Assist; family: Family }) {
  const { telling, tell, faultAt, sendError } = assist;
  const { textScale } = useTheme();
  const isIllness = telling.kind === 'illness';
  return (
    <>
      <Card flush>
        <Row label="投保人" value={family.maskedHolderName} />
        <Row label="方案" value={family.planName} />
        <Row label="保障时间" value={coverWords(family).join('，')} stacked />
      </Card>
      <WhoAndKind assist={assist} family={family} />
      {isIllness ? null : (
        <ChoiceList
          id="assist-cause"
          label="因为什么"
          inline={textScale === 1}
          choices={CAUSES.map((cause) => ({ value: cause, label: ACCIDENT_CAUSE_WORDS[cause] }))}
          value={telling.cause}
          onChange={(cause) => tell({ cause })}
          error={faultAt('cause')}
        />
      )}
      <DateField
        id="assist-day"
        label={isIllness ? '确诊的日子' : '出事的日子'}
        value={telling.accidentDay}
        until={family.today}
        onChange={(accidentDay) => tell({ accidentDay })}
        error={faultAt('accidentDay')}
      />
      {isIllness ? null : (
        <TimeField
          id="assist-time"
          label="大概几点钟"
          value={telling.accidentTime}
          onChange={(accidentTime) => tell({ accidentTime })}
          error={faultAt('accidentTime')}
        />
      )}
      <Field
        id="assist-place"
        label={isIllness ? '在哪家医院确诊的' : '在哪里出的事'}
        value={telling.place}
        maxLength={100}
        placeholder={isIllness ? '例如：县医院' : '例如：村口下坡的路上'}
        onChange={(place) => tell({ place })}
        error={faultAt('place')}
      />
      <TextArea
        id="assist-story"
        label={isIllness ? '家里怎么说的' : '怎么出的事'}
        value={telling.description}
        maxLength={1000}
        placeholder="照家里说的写，例如：骑车下坡摔倒，左手骨折。"
        onChange={(description) => tell({ description })}
        hint="不用写证件号、卡号。家里会自己核对、改正。"
        error={faultAt('description')}
      />
      {sendError === undefined || sendError.fields.length > 0 ? null : <Failure error={sendError} />}
    </>
  );
}
