import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import type { CaseView } from 'shared/claim/case-view';
import type { AssessmentFacts, Statement } from 'shared/claim/assessment.schema';
import { formatYuan } from 'shared/money/fen';
import { Amount } from '@/components/amount/amount';
import { Button } from '@/components/button/button';
import { ChoiceList } from '@/components/choice-list/choice-list';
import { ReasonField } from '@/components/reason-field/reason-field';
import { Sheet } from '@/components/sheet/sheet';
import styles from './decision-sheet.module.scss';
import { ASSESS_REASONS, REFUSE_REASONS, REGISTER_REASONS, RETURN_REASONS } from './standard-reasons';
import type { Decision } from './use-decision';

/** The steps that need more than one tap. */
export type AskedAction = Exclude<Decision['action'], 'accept'>;

interface DecisionSheetProps {
  action: AskedAction;
  open: CaseView;
  /** What is handed in with an assessment. */
  facts: AssessmentFacts | undefined;
  /** The amount in question. */
  statement: Statement | undefined;
  /** Kept by the page, so that a conflict does not lose it. */
  reason: string;
  onReason: (reason: string) => void;
  onDecide: (decision: Decision) => Promise<unknown>;
  onClose: () => void;
}

type Complexity = CaseView['complexity'];

const TITLES: Readonly<Record<AskedAction, string>> = {
  register: '登记立案',
  assess: '提交审核',
  approve: '批准赔付',
  return: '退回经办人',
  refuse: '不予赔付',
};

const COMPLEXITIES = [
  { value: 'clear', label: '事实清楚', note: '按较短的期限答复家属' },
  { value: 'disputed', label: '有争议', note: '要核实，按较长的期限答复家属' },
] as const;

const standardOf = (action: AskedAction, open: CaseView, complexity: Complexity | undefined) => {
  if (action === 'register') return complexity === undefined ? [] : REGISTER_REASONS[complexity];
  if (action === 'assess') return ASSESS_REASONS[open.kind];
  return action === 'refuse' ? REFUSE_REASONS : RETURN_REASONS[open.kind];
};

/** What is still missing before the step can be taken; undefined when nothing is. */
const missingOf = (action: AskedAction, reason: string, complexity: Complexity | undefined) => {
  if (action === 'register' && complexity === undefined) return '先选清楚还是有争议';
  return action === 'approve' || reason.trim().length >= 2 ? undefined : '先选一句原因，或自己写';
};

const decisionOf = (
  action: AskedAction,
  reason: string,
  complexity: Complexity | undefined,
  facts: AssessmentFacts | undefined,
): Decision | undefined => {
  switch (action) {
    case 'approve':
      return { action };
    case 'register':
      return complexity === undefined ? undefined : { action, complexity, reason };
    case 'assess':
      return facts === undefined ? undefined : { action, facts, reason };
    case 'return':
    case 'refuse':
      return { action, reason };
  }
};

function InQuestion({ statement, open }: { statement: Statement; open: CaseView }) {
  const { holder, bank, maskedNumber } = open.account;
  return (
    <View className={styles.question}>
      <Amount fen={statement.totalFen} size="figure" tone="warm" />
      <Text className={styles.formula}>{statement.formula}</Text>
      <Text className={styles.formula}>{`收款：${holder} · ${bank} ${maskedNumber}`}</Text>
    </View>
  );
}

/** What a step needs to know before it is taken: the decision, its reason, the amount once more. */
export function DecisionSheet(props: DecisionSheetProps) {
  const { action, open, facts, statement, reason, onReason, onDecide, onClose } = props;
  const [complexity, setComplexity] = useState<Complexity>();
  const missing = missingOf(action, reason, complexity);
  const confirm = () => {
    const decision = decisionOf(action, reason.trim(), complexity, facts);
    return decision === undefined ? undefined : onDecide(decision);
  };
  const showsAmount = statement !== undefined && (action === 'assess' || action === 'approve');
  const words =
    action === 'approve' && statement !== undefined
      ? `批准 ${formatYuan(statement.totalFen)} 元`
      : `确认${TITLES[action]}`;
  return (
    <Sheet
      id="case-sheet"
      title={TITLES[action]}
      onClose={onClose}
      actions={
        <Button
          id="case-confirm"
          kind={action === 'refuse' ? 'danger' : 'primary'}
          disabled={missing !== undefined}
          reason={missing}
          onPress={confirm}
        >
          {words}
        </Button>
      }
    >
      {showsAmount ? <InQuestion statement={statement} open={open} /> : null}
      {action === 'register' ? (
        <ChoiceList
          id="case-complexity"
          label="这件案子"
          choices={COMPLEXITIES}
          value={complexity}
          onChange={setComplexity}
        />
      ) : null}
      {action === 'approve' ? (
        <Text>批准后马上转给出纳打款，不能撤回。请先核对照片、录入的事实和收款账户。</Text>
      ) : (
        <ReasonField
          id="case-reason"
          label={action === 'refuse' ? '原因（家属会原样看到）' : '原因（同事会看到）'}
          value={reason}
          onChange={onReason}
          standard={standardOf(action, open, complexity)}
        />
      )}
    </Sheet>
  );
}
