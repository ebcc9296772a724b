import { Failure } from '@/components/failure/failure';
import { Field } from '@/components/field/field';
import { Notice } from '@/components/notice/notice';
import { TextArea } from '@/components/field/text-area';
import { COMPLAINT_DAYS } from 'shared/complaint/complaint.schema';
import type { Complaint } from './use-complaint';

/** What went wrong, in the family's words, and where it wants to be called. */
export function ComplaintForm({ complaint }: { complaint: Complaint }) {
  const { typed, type, faultAt, error } = complaint;
  const hasPlace = faultAt('words') !== undefined || faultAt('phone') !== undefined;
  return (
    <>
      <Notice title={`最晚 ${String(COMPLAINT_DAYS)} 天给您答复`}>
        由没有经手这件事的主管来看。投诉不影响您的理赔，也不会有人为难您。
      </Notice>
      <TextArea
        id="complain-words"
        label="哪里不满意"
        value={typed.words}
        maxLength={1000}
        placeholder="例如：打了三次电话，没有人告诉我办到哪一步。"
        onChange={(words) => type({ words })}
        error={faultAt('words')}
      />
      <Field
        id="complain-phone"
        label="打哪个电话找您（可以不填）"
        kind="phone"
        value={typed.phone}
        placeholder="11 位手机号"
        onChange={(phone) => type({ phone })}
        hint="不填也会答复，在“消息”里看。"
        error={faultAt('phone')}
      />
      {error === undefined || hasPlace ? null : <Failure error={error} />}
    </>
  );
}
