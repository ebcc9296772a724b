import { View } from '@tarojs/components';
import type { CaseView } from 'shared/claim/case-view';
import { CheckRow } from '@/components/check-row/check-row';
import { FieldFrame } from '@/components/field/field-frame';
import { TextArea } from '@/components/field/text-area';
import { Notice } from '@/components/notice/notice';
import type { CallFailed } from '@/lib/cloud/call-failed';
import styles from './decision-sheet.module.scss';
import { askablePapers, type StepDraft } from './step-draft';

interface MissingPapersProps {
  open: CaseView;
  draft: StepDraft;
  error: CallFailed | undefined;
  onChange: (draft: StepDraft) => void;
}

/** What the family is asked for, all of it at once. Source: domain R17. */
export function MissingPapers({ open, draft, error, onChange }: MissingPapersProps) {
  const tick = (name: string, ticked: boolean) =>
    onChange({
      ...draft,
      papers: ticked ? [...draft.papers, name] : draft.papers.filter((paper) => paper !== name),
    });
  const fault = error?.fields.find(({ path }) => path.startsWith('papers'))?.message;
  return (
    <>
      <Notice tone="due" title="只能问一次">
        缺的材料请一次选全，等材料的时候期限暂停。再要补，得主管写明原因同意。
      </Notice>
      <FieldFrame label="缺哪些材料" error={fault}>
        <View className={styles.papers}>
          {askablePapers(open).map(({ name, note }, position) => (
            <CheckRow
              key={name}
              id={`case-paper-${position + 1}`}
              note={note}
              checked={draft.papers.includes(name)}
              onChange={(ticked) => tick(name, ticked)}
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
        placeholder="一行写一样，家属会原样看到"
        onChange={(otherPapers) => onChange({ ...draft, otherPapers })}
      />
    </>
  );
}
