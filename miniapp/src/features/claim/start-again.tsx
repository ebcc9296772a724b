import { Button } from '@/components/button/button';
import { ask } from '@/lib/ask/ask';
import type { ClaimForm } from './claim-draft';

/** Forgets what was filled in before; asks first, because it cannot be had back. */
export function StartAgain({ form }: { form: ClaimForm }) {
  const clear = async (): Promise<void> => {
    const sure = await ask({
      title: '清空重填？',
      text: '之前填的内容和照片都会删掉。',
      yes: '清空',
      no: '不清空',
    });
    if (sure) form.clear();
  };
  return (
    <Button id="claim-start-again" kind="quiet" icon="retry" onPress={clear}>
      上次填过一些，清空重填
    </Button>
  );
}
