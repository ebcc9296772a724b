import { printCaseStatement } from 'shared/claim/print-statement.contracts';
import { DocumentFile } from '@/components/document-file/document-file';
import { useRequest } from '@/lib/query/use-request';

/** The statement of a decided case as a PDF, for a family that has no phone. */
export function CaseStatementFile({ claimId }: { claimId: string }) {
  const { run, error } = useRequest(printCaseStatement);
  return (
    <DocumentFile
      id="case-statement"
      title="通知书（PDF）"
      note="和家属手机上的是同一份，可以打印给没有手机的家庭。"
      onPrint={() => run({ claimId })}
      error={error}
    />
  );
}
