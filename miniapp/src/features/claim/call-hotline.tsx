import { Button } from '@/components/button/button';
import { callPhone } from '@/lib/phone/phone';

/** Somebody to ask, on every page of a claim. */
export function CallHotline({ hotline }: { hotline: string }) {
  return (
    <Button id="claim-call" kind="secondary" icon="phone" onPress={() => callPhone(hotline)}>
      {`打 ${hotline} 问`}
    </Button>
  );
}
