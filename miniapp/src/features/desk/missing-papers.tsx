import { View } from '@tarojs/components';
import type { CaseView } from 'shared/claim/case-view';
import type { PaperKey } from 'shared/claim/paper-key';
import { CheckRow } from '@/components/check-row/check-row';
import { FieldFrame } from '@/components/field/field-frame';
import { TextArea } from '@/components/field/text-area';
import { Notice } from '@/components/notice/notice';
import type { CallFailed } from '@/lib/cloud/call-failed';
import styles from './decision-sheet.module.scss';
import { askablePapers, othersFault, type StepDraft } from './step-draft';

interface MissingPapersProps {
  open: CaseView;
  draft: StepDraft;
  error: CallFailed | undefined;
  onChange: (draft: StepDraft) => void;
}

/** What the family is asked for, all of it at once. Source: domain R17. */
export function MissingPapers({ open, draft, error, onChange }: MissingPapersProps) {
  const tick = (key: PaperKey, ticked: boolean) =>
    onChange({
      ...draft,
      papers: ticked ? [...draft.papers, key] : draft.papers.filter((paper) => paper !== key),
    });
  const faultAt = (field: string) => error?.fields.find(({ path }) => path.startsWith(field))?.message;
  return (
    <>
      <Notice tone="due" title="只能问一次">
        缺的材料请一次选全，等材料的时候期限暂停。再要补，得主管写明原因同意。
      </Notice>
      <FieldFrame label="缺哪些材料" error={faultAt('papers')}>
        <View className={styles.papers}>
          {askablePapers(open).map(({ key, name, note }, position) => (
            <CheckRow
              key={key}
              id={`case-paper-${position + 1}`}
              note={note}
              checked={draft.papers.includes(key)}
              onChange={(ticked) => tick(key, ticked)}
            >
              {name}
            </CheckRow>
          ))}
        </View>
      </FieldFrame>
      <TextArea
        id="case-other-papers"
        label="别的材料"
        value={draft.otherPapers}
        placeholder="一行写一样，家属会原样看到，每样拍一张"
        error={faultAt('others') ?? othersFault(draft)}
        onChange={(otherPapers) => onChange({ ...draft, otherPapers })}
      />
    </>
  );
}
