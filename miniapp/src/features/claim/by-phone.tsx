import type { PolicyView } from 'shared/policy/policy-view';
import { Notice } from '@/components/notice/notice';
import { CallHotline } from './call-hotline';

/** Covers whose claims are told on the phone, and the number to call. */
export function ByPhone({ policies }: { policies: readonly PolicyView[] }) {
  const [first] = policies;
  if (first === undefined) return null;
  const names = [...new Set(policies.map(({ planName }) => planName))].join('、');
  return (
    <>
      <Notice>{`得了${names}条款里列的病，请打电话报，会有人告诉您准备哪些材料。`}</Notice>
      <CallHotline hotline={first.insurer.hotline} />
    </>
  );
}
