import Taro from '@tarojs/taro';
import type { DeskAction } from 'shared/claim/desk-actions';
import { Button } from '@/components/button/button';
import { furtherSteps, STEP_WORDS, wayOn } from './step-words';

const backToQueue = () =>
  Taro.getCurrentPages().length > 1
    ? void Taro.navigateBack()
    : void Taro.redirectTo({ url: '/packages/desk/pages/queue/queue' });

interface DecisionBarProps {
  /** What the server lets this colleague do now. */
  actions: readonly DeskAction[];
  /** Why what is being entered cannot be handed in yet. */
  missing: string | undefined;
  /** An advance is being entered: it is the one way on, and can be left. */
  onLeaveAdvance: (() => void) | undefined;
  onChoose: (action: DeskAction) => unknown;
  onMore: () => void;
}

/** Exactly the steps that the server allows: the one that leads on as a button, the rest behind 更多. */
export function DecisionBar({ actions, missing, onLeaveAdvance, onChoose, onMore }: DecisionBarProps) {
  const primary = onLeaveAdvance === undefined ? wayOn(actions) : 'proposeAdvance';
  const needsFacts = primary === 'assess' || primary === 'proposeAdvance';
  return (
    <>
      {onLeaveAdvance !== undefined ? (
        <Button id="case-leave-advance" kind="secondary" onPress={onLeaveAdvance}>
          不办预付
        </Button>
      ) : furtherSteps(actions).length > 0 ? (
        <Button id="case-more" kind="secondary" onPress={onMore}>
          更多
        </Button>
      ) : null}
      {primary === undefined ? (
        <Button id="case-back" kind="secondary" onPress={backToQueue}>
          回到案件列表
        </Button>
      ) : (
        <Button
          id={`case-${primary}`}
          kind={primary === 'refuse' ? 'danger' : 'primary'}
          disabled={needsFacts && missing !== undefined}
          reason={missing}
          onPress={() => onChoose(primary)}
        >
          {STEP_WORDS[primary].name}
        </Button>
      )}
    </>
  );
}
