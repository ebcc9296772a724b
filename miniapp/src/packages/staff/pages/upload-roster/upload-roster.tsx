import Taro from '@tarojs/taro';
import { listRosters } from 'shared/roster/roster.contracts';
import { Button } from '@/components/button/button';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { Skeleton } from '@/components/skeleton/skeleton';
import { rosterPage } from '@/features/roster/roster-pages';
import { purposeOf, UploadForm, useUploadEntry } from '@/features/roster/upload-form';
import { useRosterUpload } from '@/features/roster/use-roster-upload';
import { useQueryOf } from '@/lib/query/use-query-of';

/** Takes a roster in: who pays, for which plan, and the file. What is no roster is told at the file. */
export default function UploadRosterPage() {
  const answer = useQueryOf(listRosters, {});
  const { entry, set } = useUploadEntry();
  const { sheet, choose, send, error } = useRosterUpload();
  const purpose = purposeOf(entry, answer.data?.plans ?? []);

  const submit = async (): Promise<void> => {
    const rosterId = purpose && (await send(purpose));
    // In place of this page: going back leads to the list.
    if (rosterId !== undefined) await Taro.redirectTo({ url: rosterPage(rosterId) });
  };
  return (
    <Page
      actions={
        <Button
          id="roster-submit"
          disabled={purpose === undefined || sheet === undefined}
          reason={sheet === undefined ? '先填好出资单位和方案，再选择文件' : '先填好出资单位和方案'}
          onPress={submit}
        >
          上传并核对
        </Button>
      }
    >
      <Loaded answer={answer} skeleton={<Skeleton lines={8} />}>
        {({ plans }) => (
          <UploadForm plans={plans} entry={entry} set={set} sheet={sheet} onChoose={choose} error={error} />
        )}
      </Loaded>
    </Page>
  );
}
