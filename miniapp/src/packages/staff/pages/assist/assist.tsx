import { useShareAppMessage } from '@tarojs/taro';
import { Button } from '@/components/button/button';
import { Page } from '@/components/page/page';
import { ShareButton } from '@/components/share-button/share-button';
import { assistedPath, shareTitleOf } from '@/features/assistance/assistance-paths';
import { FamilyFinder } from '@/features/assistance/family-finder';
import { OpenedCard } from '@/features/assistance/opened-card';
import { TellingForm } from '@/features/assistance/telling-form';
import { useAssist, type Assist } from '@/features/assistance/use-assist';
import { shareCard } from '@/lib/cloud/share';

/** The way on: find the family, fill in, hand the link over. */
function Actions({ assist }: { assist: Assist }) {
  const { family, opened } = assist;
  if (opened !== undefined)
    return (
      <>
        <Button id="assist-next" kind="secondary" onPress={() => assist.typeNumber('')}>
          再帮一家
        </Button>
        <ShareButton id="assist-share" path={assistedPath(opened.link ?? '')}>
          发给家里
        </ShareButton>
      </>
    );
  return family === undefined ? (
    <Button id="assist-find" onPress={assist.find}>
      查这家人
    </Button>
  ) : (
    <Button id="assist-send" onPress={assist.send}>
      填好了，做链接
    </Button>
  );
}

/** A specialist at a family's side fills in a report; the family sends it from its own phone. Source: domain R40. */
export default function AssistPage() {
  const assist = useAssist();
  const { family, opened } = assist;
  useShareAppMessage(() =>
    shareCard({
      title: shareTitleOf(opened?.maskedName ?? '家里'),
      path: assistedPath(opened?.link ?? ''),
    }),
  );
  return (
    <Page actions={<Actions assist={assist} />}>
      {opened !== undefined ? (
        <OpenedCard opened={opened} />
      ) : (
        <>
          <FamilyFinder assist={assist} />
          {family === undefined ? null : <TellingForm assist={assist} family={family} />}
        </>
      )}
    </Page>
  );
}
