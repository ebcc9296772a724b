import { useClaimDraft } from '@/features/claim/claim-draft';
import { PapersForm, useClaimPhotos } from '@/features/claim/papers-form';
import { StepPage } from '@/features/claim/step-page';
import { useLeavePapers } from '@/features/claim/use-leave-papers';

/** Third step of a report: photos of papers. */
export default function PapersPage() {
  const form = useClaimDraft();
  const photos = useClaimPhotos(form);
  const { isUploading, leave } = useLeavePapers(form, photos);
  return (
    <StepPage
      step="papers"
      question="把材料拍下来"
      form={form}
      next={isUploading ? '照片正在上传…' : '下一步'}
      nextId="claim-papers-next"
      onNext={leave}
    >
      <PapersForm form={form} photos={photos} />
    </StepPage>
  );
}
