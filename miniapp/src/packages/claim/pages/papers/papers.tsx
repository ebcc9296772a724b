import { useClaimDraft } from '@/features/claim/claim-draft';
import { leaveStep } from '@/features/claim/leave-step';
import { PapersForm, useClaimPhotos } from '@/features/claim/papers-form';
import { StepPage } from '@/features/claim/step-page';

/** Third step of a report: photos of papers. */
export default function PapersPage() {
  const form = useClaimDraft();
  const photos = useClaimPhotos(form);
  const isWaiting = photos.photos.some(({ state }) => state === 'uploading');
  return (
    <StepPage
      step="papers"
      question="把材料拍下来"
      form={form}
      next={isWaiting ? '照片正在上传…' : '下一步'}
      nextId="claim-papers-next"
      onNext={async () => {
        if (!isWaiting) await leaveStep('papers', form);
      }}
    >
      <PapersForm form={form} photos={photos} />
    </StepPage>
  );
}
