import { Failure } from '@/components/failure/failure';
import { Field } from '@/components/field/field';
import { Notice } from '@/components/notice/notice';
import type { Assist } from './use-assist';

/** Which family is helped: the number on its policy, which the family shows or reads out. */
export function FamilyFinder({ assist }: { assist: Assist }) {
  const { policyNumber, typeNumber, findError } = assist;
  const fault = findError?.faultAt('policyNumber');
  return (
    <>
      <Notice title="您只帮着填">
        填谁、什么时候、怎么出的事。材料和收款账户由家里在自己手机上填，您看不到。
      </Notice>
      <Field
        id="assist-number"
        label="保单号"
        kind="digit"
        value={policyNumber}
        maxLength={40}
        placeholder="保单上的 22 位数字"
        onChange={typeNumber}
        hint="请家里打开“保障”念给您，只能帮本村的家庭。"
        error={fault}
      />
      {findError === undefined || fault !== undefined ? null : <Failure error={findError} />}
    </>
  );
}
