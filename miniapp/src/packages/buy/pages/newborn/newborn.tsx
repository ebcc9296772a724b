import Taro, { useRouter } from '@tarojs/taro';
import { previewNewborn } from 'shared/policy/add-newborn.contracts';
import { Button } from '@/components/button/button';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { Skeleton } from '@/components/skeleton/skeleton';
import { certificatePage } from '@/features/cover/cover-pages';
import { NewbornSums } from '@/features/cover/newborn-sums';
import { NewbornForm, useNewborn } from '@/features/household/newborn';
import { backTo } from '@/lib/navigation/navigation';
import { useQueryOf } from '@/lib/query/use-query-of';

/** A child was born during the year: what listing it changes, then who it is. */
export default function NewbornPage() {
  const { policyId = '' } = useRouter().params;
  const answer = useQueryOf(previewNewborn, { policyId });
  const newborn = useNewborn(policyId, answer.data?.startDay ?? '', async () => {
    await Taro.showToast({ title: '已加进保单', icon: 'none' });
    await backTo(certificatePage(policyId));
  });
  return (
    <Page
      actions={
        answer.data === undefined ? undefined : (
          <Button id="newborn-submit" onPress={newborn.send}>
            把孩子加进保单
          </Button>
        )
      }
    >
      <Loaded answer={answer} skeleton={<Skeleton lines={7} />}>
        {(preview) => (
          <>
            <NewbornSums preview={preview} />
            <NewbornForm newborn={newborn} startDay={preview.startDay} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
