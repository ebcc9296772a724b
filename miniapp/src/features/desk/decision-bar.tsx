import Taro from '@tarojs/taro';
import type { DeskAction } from 'shared/claim/desk-actions';
import { Button } from '@/components/button/button';

/** Where a bar's buttons stand: the way on comes last, under the thumb. */
const ORDER: readonly DeskAction[] = ['refuse', 'return', 'accept', 'register', 'assess', 'approve'];

const WORDS: Readonly<Record<DeskAction, string>> = {
  accept: '受理',
  register: '登记立案',
  assess: '提交审核',
  approve: '批准赔付',
  return: '退回',
  refuse: '不予赔付',
};
const KINDS = { refuse: 'danger', return: 'secondary' } as const;

const kindOf = (action: DeskAction) =>
  action === 'refuse' || action === 'return' ? KINDS[action] : ('primary' as const);

const backToQueue = () =>
  Taro.getCurrentPages().length > 1
    ? void Taro.navigateBack()
    : void Taro.redirectTo({ url: '/packages/desk/pages/queue/queue' });

interface DecisionBarProps {
  /** What the server lets this colleague do now. */
  actions: readonly DeskAction[];
  /** Why the assessment cannot be handed in yet. */
  missing: string | undefined;
  onChoose: (action: DeskAction) => Promise<unknown>;
}

/** Exactly the steps that the server allows, and the way back when there is none. */
export function DecisionBar({ actions, missing, onChoose }: DecisionBarProps) {
  const shown = ORDER.filter((action) => actions.includes(action));
  if (shown.length === 0) {
    return (
      <Button id="case-back" kind="secondary" onPress={backToQueue}>
        回到案件列表
      </Button>
    );
  }
  return (
    <>
      {shown.map((action) => (
        <Button
          key={action}
          id={`case-${action}`}
          kind={kindOf(action)}
          disabled={action === 'assess' && missing !== undefined}
          reason={missing}
          onPress={() => onChoose(action)}
        >
          {WORDS[action]}
        </Button>
      ))}
    </>
  );
}
