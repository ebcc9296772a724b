import { useRouter } from '@tarojs/taro';
import {
  declineAssistance,
  getAssistance,
  type AssistanceView,
} from 'shared/assistance/assistance.contracts';
import { Button } from '@/components/button/button';
import { Failure } from '@/components/failure/failure';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { Skeleton } from '@/components/skeleton/skeleton';
import { AssistedNotice } from '@/features/assistance/assisted-notice';
import { FilledIn } from '@/features/assistance/filled-in';
import { draftFrom, useClaimDraft, writeClaimDraft } from '@/features/claim/claim-draft';
import { FILING_PAGE, progressPage } from '@/features/claim/claim-pages';
import { ask } from '@/lib/ask/ask';
import { openPage } from '@/lib/navigation/navigation';
import { useCommand } from '@/lib/query/use-command';
import { useQueryOf } from '@/lib/query/use-query-of';

/** Leads into the four steps with what was filled in; a report that lies on the phone is not lost without a question. */
const useFiling = () => {
  const { draft, isStarted } = useClaimDraft();
  return async (assistance: AssistanceView): Promise<void> => {
    const isThisOne = draft.assistanceId === assistance.assistanceId;
    if (isStarted && !isThisOne) {
      const sure = await ask({
        title: '换成这一份？',
        text: '手机上有一份您没发出的报案，换了就没有了。',
        yes: '换',
        no: '不换',
      });
      if (!sure) return;
    }
    if (!isThisOne) writeClaimDraft(draftFrom(assistance));
    await openPage(FILING_PAGE);
  };
};

/** A family looks at what a specialist filled in, and goes on with it or declines. Source: domain R40. */
export default function AssistedPage() {
  const { link = '' } = useRouter().params;
  const answer = useQueryOf(getAssistance, { link });
  const { run, error } = useCommand(declineAssistance);
  const file = useFiling();
  const assistance = answer.data?.assistance;

  const decline = async (): Promise<void> => {
    const sure = await ask({
      title: '不用这一份？',
      text: '就不报案了，专员会看到您没用。以后随时可以自己报。',
      yes: '不用了',
      no: '再想想',
    });
    if (sure) await run({ link });
  };

  const actions = (shown: AssistanceView) => {
    if (shown.standing === 'waiting')
      return (
        <>
          <Button id="assisted-decline" kind="secondary" onPress={decline}>
            不用
          </Button>
          <Button id="assisted-file" onPress={() => file(shown)}>
            对的，接着填
          </Button>
        </>
      );
    const { claimId } = shown;
    return claimId === null ? (
      <Button id="assisted-own" kind="secondary" onPress={() => openPage(FILING_PAGE)}>
        自己报案
      </Button>
    ) : (
      <Button id="assisted-progress" onPress={() => openPage(progressPage(claimId))}>
        看进度
      </Button>
    );
  };

  return (
    <Page actions={assistance === undefined ? undefined : actions(assistance)}>
      <Loaded answer={answer} skeleton={<Skeleton lines={8} />}>
        {({ today, assistance: shown }) => (
          <>
            <AssistedNotice assistance={shown} />
            <FilledIn assistance={shown} today={today} />
            {error === undefined ? null : <Failure error={error} />}
          </>
        )}
      </Loaded>
    </Page>
  );
}
