import { printStatement } from 'shared/claim/print-statement.contracts';
import { DocumentFile } from '@/components/document-file/document-file';
import { useRequest } from '@/lib/query/use-request';

/** The statement of a decision as a PDF. */
export function StatementFile({ claimId }: { claimId: string }) {
  const { run, error } = useRequest(printStatement);
  return (
    <DocumentFile
      id="statement"
      title="通知书（PDF）"
      note="每一笔怎么算的、谁决定的、不同意怎么办，都写在上面。"
      onPrint={() => run({ claimId })}
      error={error}
    />
  );
}
