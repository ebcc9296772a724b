import { Button } from '@/components/button/button';
import { EmptyState } from '@/components/empty-state/empty-state';
import { ErrorState } from '@/components/error-state/error-state';
import { Notice } from '@/components/notice/notice';
import { Skeleton } from '@/components/skeleton/skeleton';

const wait = () => new Promise<void>((resolve) => setTimeout(resolve, 1500));

export function States() {
  return (
    <>
      <Skeleton figure lines={3} />
      <Notice>保障从明天 0 点开始。</Notice>
      <Notice tone="good" title="材料齐了">
        最晚 6月12日（周五）前给您答复。
      </Notice>
      <Notice tone="due">保障还有 12 天到期，续保不断档。</Notice>
      <Notice tone="bad" announced>
        付款没有成功，没有扣钱，可以再付一次。
      </Notice>
      <EmptyState
        icon="paper"
        title="还没有理赔"
        text="家人意外受伤，在这里报案，也在这里看进度。"
        action={<Button onPress={() => undefined}>我要理赔</Button>}
      />
      <ErrorState
        error={{ message: '网络不通，请检查网络后再试。', requestId: 'req_8f31c0a2' }}
        onRetry={wait}
      />
    </>
  );
}
