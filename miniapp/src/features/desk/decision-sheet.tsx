import { Text, View } from '@tarojs/components';
import type { CaseView } from 'shared/claim/case-view';
import type { AssessmentFacts, Statement } from 'shared/claim/assessment.schema';
import type { DeskAction } from 'shared/claim/desk-actions';
import { payeeSharesOf } from 'shared/claim/payees';
import { shortReason } from 'shared/contract/fields';
import { formatYuan } from 'shared/money/fen';
import { Amount } from '@/components/amount/amount';
import { Button } from '@/components/button/button';
import { ChoiceList } from '@/components/choice-list/choice-list';
import { Failure } from '@/components/failure/failure';
import { ReasonField } from '@/components/reason-field/reason-field';
import { Sheet } from '@/components/sheet/sheet';
import type { CallFailed } from '@/lib/cloud/call-failed';
import { faultInWritten } from '@/lib/contract/fault-in';
import styles from './decision-sheet.module.scss';
import { MissingPapers } from './missing-papers';
import { standardReasons } from './standard-reasons';
import { decisionOf, missingOf, needsReason, type StepDraft } from './step-draft';
import { STEP_WORDS } from './step-words';
import type { Decision } from './use-decision';

interface DecisionSheetProps {
  action: DeskAction;
  open: CaseView;
  /** What is handed in with an assessment or an advance. */
  facts: AssessmentFacts | undefined;
  /** The amount in question. */
  statement: Statement | undefined;
  /** Kept by the page, so that nothing is lost. */
  draft: StepDraft;
  /** Why this step was refused just now. */
  error: CallFailed | undefined;
  onChange: (draft: StepDraft) => void;
  onDecide: (decision: Decision) => Promise<unknown>;
  onClose: () => void;
}

const COMPLEXITIES = [
  { value: 'clear', label: '事实清楚', note: '按较短的期限答复家属' },
  { value: 'disputed', label: '有争议', note: '要核实，按较长的期限答复家属' },
] as const;

const CHOICES = [
  { value: 'pay', label: '应当赔付' },
  { value: 'refuse', label: '不应赔付' },
] as const;

/** Words that stand beside the question, where a step cannot be taken back or is read by the family. */
const WARNINGS: Partial<Record<DeskAction, string>> = {
  approve: '请先核对材料、录入的事实和收款账户。批准后金额占用保额，家属会收到账单。',
  approveAdvance: '请先核对。批准后马上转给出纳打款，不能撤回。',
  agree: '只在家属亲口或书面同意时才记。记下后马上转给出纳打款。',
};

const reasonLabel = (action: DeskAction): string => {
  if (action === 'refuse') return '原因（家属会原样看到）';
  return action === 'vote' ? '理由（同事会看到）' : '原因（同事会看到）';
};

/** The amount once more, and who gets how much of it. */
function InQuestion({ statement, open }: { statement: Statement; open: CaseView }) {
  const restFen = Math.max(0, statement.totalFen - open.orderedFen);
  const shares = payeeSharesOf(restFen, open.payees);
  return (
    <View className={styles.question}>
      <Amount fen={statement.totalFen} size="figure" tone="warm" />
      {open.orderedFen === 0 ? null : (
        <Text className={styles.formula}>
          {`之前付过 ${formatYuan(open.orderedFen)} 元，这次再付 ${formatYuan(restFen)} 元`}
        </Text>
      )}
      {open.payees.map(({ holder, bank, maskedNumber }, position) => (
        <Text key={position} className={styles.formula}>
          {`收款：${holder} · ${bank} ${maskedNumber} · ${formatYuan(shares[position] ?? 0)} 元`}
        </Text>
      ))}
    </View>
  );
}

const AMOUNT_STEPS: readonly DeskAction[] = ['assess', 'approve', 'proposeAdvance', 'approveAdvance'];

const confirmWords = (action: DeskAction, open: CaseView, statement: Statement | undefined): string => {
  const approves = action === 'approve' || action === 'approveAdvance';
  if (approves && statement !== undefined) return `批准 ${formatYuan(statement.totalFen)} 元`;
  if (action === 'markGreen' && open.greenChannel !== null) return '确认取消优先';
  return `确认${STEP_WORDS[action].name}`;
};

/** What a step needs to know before it is taken: the decision, its reason, the amount once more. */
export function DecisionSheet(props: DecisionSheetProps) {
  const { action, open, facts, statement, draft, error, onChange, onDecide, onClose } = props;
  const missing = missingOf(action, draft, open);
  const { name, note } = STEP_WORDS[action];
  const warning = WARNINGS[action] ?? note;
  const confirm = () => {
    const decision = decisionOf(action, draft, { open, facts });
    return decision === undefined ? undefined : onDecide(decision);
  };
  return (
    <Sheet
      id="case-sheet"
      title={name}
      onClose={onClose}
      actions={
        <Button
          id="case-confirm"
          kind={action === 'refuse' ? 'danger' : 'primary'}
          disabled={missing !== undefined}
          reason={missing}
          onPress={confirm}
        >
          {confirmWords(action, open, statement)}
        </Button>
      }
    >
      {error === undefined ? null : <Failure error={error} />}
      {statement !== undefined && AMOUNT_STEPS.includes(action) ? (
        <InQuestion statement={statement} open={open} />
      ) : null}
      {action === 'askPapers' ? null : <Text className={styles.formula}>{warning}</Text>}
      {action === 'register' ? (
        <ChoiceList
          id="case-complexity"
          label="这件案子"
          choices={COMPLEXITIES}
          value={draft.complexity}
          onChange={(complexity) => onChange({ ...draft, complexity })}
        />
      ) : null}
      {action === 'vote' ? (
        <ChoiceList
          id="case-choice"
          label="您的意见"
          inline
          choices={CHOICES}
          value={draft.choice}
          onChange={(choice) => onChange({ ...draft, choice })}
        />
      ) : null}
      {action === 'askPapers' ? (
        <MissingPapers open={open} draft={draft} error={error} onChange={onChange} />
      ) : null}
      {needsReason(action, open) ? (
        <ReasonField
          id="case-reason"
          label={reasonLabel(action)}
          value={draft.reason}
          standard={standardReasons(action, open, { complexity: draft.complexity, choice: draft.choice })}
          error={error?.faultAt('reason') ?? faultInWritten(shortReason, draft.reason)}
          onChange={(reason) => onChange({ ...draft, reason })}
        />
      ) : null}
    </Sheet>
  );
}
