import type { AssistanceView } from 'shared/assistance/assistance.contracts';
import { formatChinaTime } from 'shared/time/china-day';
import { Notice } from '@/components/notice/notice';

/** What the family can do with it now. */
export function AssistedNotice({ assistance }: { assistance: AssistanceView }) {
  switch (assistance.standing) {
    case 'waiting':
      return (
        <Notice title="还没有报案，等您自己发出">
          {`核对一遍，不对的能改。材料和收款账户由您自己填，专员看不到。有效到 ${formatChinaTime(assistance.expiresAt)}。`}
        </Notice>
      );
    case 'confirmed':
      return (
        <Notice tone="good" title="已经报案了">
          这份报案您已经发出，可以看进度。
        </Notice>
      );
    case 'declined':
      return (
        <Notice tone="due" title="您说过不用">
          没有报案。以后要报，随时可以自己报。
        </Notice>
      );
    case 'withdrawn':
      return (
        <Notice tone="due" title="专员收回了">
          可能填错了，会重新填一份。您也可以自己报案。
        </Notice>
      );
    case 'expired':
      return (
        <Notice tone="due" title="过期了，没有报案">
          可以自己报案，或请专员重新填一份。
        </Notice>
      );
  }
}
