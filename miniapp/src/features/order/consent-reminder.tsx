import { CONSENT_AWAITED } from 'shared/policy/consent';
import type { PolicyView } from 'shared/policy/policy-view';
import { Button } from '@/components/button/button';
import { Notice } from '@/components/notice/notice';
import { openPage } from '@/lib/navigation/navigation';
import { askConsentPath } from './consent-paths';

/** Who has not confirmed yet, and the way to send them the link; nothing when nobody is awaited. Source: domain R26. */
export function ConsentReminder({ policy }: { policy: PolicyView }) {
  const awaited = policy.insured.filter(({ consentAwaited }) => consentAwaited).map(({ name }) => name);
  if (awaited.length === 0 || policy.state === 'cancelled' || policy.state === 'ended') return null;
  return (
    <>
      <Notice tone="due" title={CONSENT_AWAITED}>
        {`${awaited.join('、')}还没有在自己的微信里确认。别的保障照常有，身故保障确认后才算数。`}
      </Notice>
      <Button
        id="ask-consent"
        kind="secondary"
        icon="share"
        onPress={() => openPage(askConsentPath(policy.policyId))}
      >
        发给本人确认
      </Button>
    </>
  );
}
