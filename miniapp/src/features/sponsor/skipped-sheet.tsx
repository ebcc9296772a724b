import { Text } from '@tarojs/components';
import { listSkipped } from 'shared/sponsor/transfer.contracts';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Loaded } from '@/components/loaded/loaded';
import { Row } from '@/components/row/row';
import { Sheet } from '@/components/sheet/sheet';
import { Skeleton } from '@/components/skeleton/skeleton';
import { useQueryOf } from '@/lib/query/use-query-of';

/** Households that got nothing, each with the reason, for the answer to the sponsor. */
export function SkippedSheet({ rosterId, onClose }: { rosterId: string; onClose: () => void }) {
  const answer = useQueryOf(listSkipped, { rosterId });
  return (
    <Sheet
      id="skipped-sheet"
      title="没办的户"
      onClose={onClose}
      actions={
        <Button id="skipped-close" kind="secondary" onPress={onClose}>
          知道了
        </Button>
      }
    >
      <Text>他们的保费没有动，算单位的余款。</Text>
      <Loaded answer={answer} skeleton={<Skeleton lines={4} />}>
        {({ households, hasMore }) => (
          <>
            <Card flush>
              {households.map(({ number, row, holderName, reason }) => (
                <Row
                  key={`${number} ${String(row)}`}
                  label={`${holderName}家`}
                  note={`名单第 ${String(row)} 行，户编号 ${number}：${reason}`}
                />
              ))}
            </Card>
            {hasMore ? <Text>后面还有，这里先列这些。</Text> : null}
          </>
        )}
      </Loaded>
    </Sheet>
  );
}
