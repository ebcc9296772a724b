import type { PropsWithChildren } from 'react';
import { Picker } from '@tarojs/components';
import { named } from '@/lib/a11y/named';
import { a11y } from '@/lib/a11y/a11y';

interface WheelProps {
  id?: string;
  kind: 'date' | 'time';
  /** Read aloud: the question and the answer so far. */
  label: string;
  /** `YYYY-MM-DD` or `HH:mm`; where the wheel stands when it opens. */
  value: string;
  from?: string;
  until?: string;
  onChange: (value: string) => void;
}

/** The phone's own wheel, opened by pressing what is inside. */
export function Wheel({
  id,
  kind,
  label,
  value,
  from,
  until,
  onChange,
  children,
}: PropsWithChildren<WheelProps>) {
  const spoken = a11y({ role: 'button', label });
  const choose = (event: { detail: { value: string } }) => onChange(event.detail.value);
  return kind === 'date' ? (
    <Picker {...named(id)} mode="date" value={value} start={from} end={until} onChange={choose} {...spoken}>
      {children}
    </Picker>
  ) : (
    <Picker {...named(id)} mode="time" value={value} start={from} end={until} onChange={choose} {...spoken}>
      {children}
    </Picker>
  );
}
