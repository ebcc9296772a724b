import { Button } from '@/components/button/button';
import { callPhone } from '@/lib/phone/phone';

/** Somebody to ask, on every page of a claim; `short` beside another button. */
export function CallHotline({ hotline, short = false }: { hotline: string; short?: boolean }) {
  return (
    <Button
      id="claim-call"
      kind="secondary"
      icon={short ? undefined : 'phone'}
      label={`打电话 ${hotline} 问`}
      onPress={() => callPhone(hotline)}
    >
      {short ? '打电话问' : `打 ${hotline} 问`}
    </Button>
  );
}
