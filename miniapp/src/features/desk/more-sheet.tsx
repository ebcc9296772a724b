import type { CaseView } from 'shared/claim/case-view';
import type { DeskAction } from 'shared/claim/desk-actions';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Row } from '@/components/row/row';
import { Sheet } from '@/components/sheet/sheet';
import { furtherSteps, STEP_WORDS } from './step-words';

interface MoreSheetProps {
  open: CaseView;
  onChoose: (action: DeskAction) => void;
  onClose: () => void;
}

/** Every step that is allowed besides the one that leads on. */
export function MoreSheet({ open, onChoose, onClose }: MoreSheetProps) {
  const nameOf = (action: DeskAction) =>
    action === 'markGreen' && open.greenChannel !== null ? '取消优先办理' : STEP_WORDS[action].name;
  return (
    <Sheet
      id="case-more-sheet"
      title="还可以"
      onClose={onClose}
      actions={
        <Button id="case-more-back" kind="secondary" onPress={onClose}>
          先不办
        </Button>
      }
    >
      <Card flush>
        {furtherSteps(open.actions).map((action) => (
          <Row
            key={action}
            id={`case-${action}`}
            label={nameOf(action)}
            note={STEP_WORDS[action].note}
            onPress={() => onChoose(action)}
          />
        ))}
      </Card>
    </Sheet>
  );
}
