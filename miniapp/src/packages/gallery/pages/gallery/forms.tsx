import { useState } from 'react';
import { CheckRow } from '@/components/check-row/check-row';
import { ChoiceList } from '@/components/choice-list/choice-list';
import { DateField } from '@/components/date-field/date-field';
import { TimeField } from '@/components/date-field/time-field';
import { Field } from '@/components/field/field';
import { TextArea } from '@/components/field/text-area';
import { PhotoPicker, type ShownPhoto } from '@/components/photo-picker/photo-picker';
import { Section } from '@/components/section/section';
import { SignaturePad } from '@/components/signature-pad/signature-pad';
import { StepBar } from '@/components/step-bar/step-bar';

const pixel = 'data:image/gif;base64,R0lGODlhAQABAIAAAKa3rgAAACH5BAAAAAAALAAAAAABAAEAAAICRAEAOw==';
const photos: ShownPhoto[] = [
  { id: 'a', path: pixel, state: 'done' },
  { id: 'b', path: pixel, state: 'uploading' },
  { id: 'c', path: pixel, state: 'failed' },
  { id: 'd', path: pixel, state: 'gone' },
];
const steps = ['谁', '怎么了', '材料', '收款'];
const nothing = () => undefined;

export function Forms() {
  const [name, setName] = useState('');
  const [idNumber, setIdNumber] = useState('11010119800101123X');
  const [day, setDay] = useState('');
  const [kind, setKind] = useState<'medical' | 'disability' | 'death'>('medical');
  const [sex, setSex] = useState<'yes' | 'no'>();
  const [time, setTime] = useState('14:30');
  const [story, setStory] = useState('');
  const [read, setRead] = useState(false);
  return (
    <>
      <StepBar steps={steps} current={1} />
      <Section title="受伤的是谁">
        <Field label="姓名" kind="name" value={name} onChange={setName} placeholder="身份证上的名字" />
        <Field
          label="身份证号"
          kind="idcard"
          value={idNumber}
          onChange={setIdNumber}
          error="身份证号不对，请对照身份证再核对一遍。"
        />
        <Field
          label="发票合计"
          kind="money"
          value="3860.50"
          onChange={nothing}
          unit="元"
          hint="发票上“合计”那一行的数。"
        />
        <Field label="保单号" value="PD20261122" onChange={nothing} disabled />
        <DateField
          label="出事的日子"
          value={day}
          onChange={setDay}
          until="2026-11-22"
          hint="记不清就选最接近的一天。"
        />
        <TimeField label="几点钟" value={time} onChange={setTime} />
        <TextArea
          label="经过"
          value={story}
          onChange={setStory}
          placeholder="在哪里、怎么伤的，写几句就行。"
          maxLength={1000}
        />
      </Section>
      <ChoiceList
        label="怎么了"
        value={kind}
        onChange={setKind}
        choices={[
          { value: 'medical', label: '受伤看病', note: '门诊、住院花了钱', icon: 'medical' },
          { value: 'disability', label: '落下残疾', note: '医院或鉴定机构给了结论', icon: 'injury' },
          { value: 'death', label: '人走了', note: '我们会有专人陪您办', icon: 'heart', disabled: true },
        ]}
      />
      <ChoiceList
        label="有医保吗"
        inline
        value={sex}
        onChange={setSex}
        choices={[
          { value: 'yes', label: '有' },
          { value: 'no', label: '没有' },
        ]}
        error="这一项还没有选。"
      />
      <PhotoPicker
        label="医院发票"
        photos={photos}
        max={9}
        onAdd={nothing}
        onRetry={nothing}
        onRemove={nothing}
        hint="拍清楚四个角和合计金额。"
      />
      <CheckRow checked={read} onChange={setRead} note="共 6 条，约 2 分钟">
        我已看完不赔的情况
      </CheckRow>
      <SignaturePad label="王建国本人签名" onChange={nothing} />
    </>
  );
}
