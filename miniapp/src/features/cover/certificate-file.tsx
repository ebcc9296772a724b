import { printCertificate } from 'shared/policy/print-certificate.contract';
import { DocumentFile } from '@/components/document-file/document-file';
import { useRequest } from '@/lib/query/use-request';

/** The certificate as a PDF. */
export function CertificateFile({ policyId }: { policyId: string }) {
  const { run, error } = useRequest(printCertificate);
  return (
    <DocumentFile
      id="certificate"
      title="保单文件（PDF）"
      note="上面有二维码，谁都可以扫一扫查真假。"
      onPrint={() => run({ policyId })}
      error={error}
    />
  );
}
