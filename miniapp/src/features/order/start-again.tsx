import Taro from '@tarojs/taro';
import { Button } from '@/components/button/button';
import { EmptyState } from '@/components/empty-state/empty-state';

/** A later page of buying was opened before the earlier ones were done: the way back to where it goes on. */
export function StartAgain({ missing }: { missing: 'plan' | 'members' }) {
  return missing === 'plan' ? (
    <EmptyState
      icon="family"
      title="先选一个方案"
      text="选好方案，再接着填。"
      action={
        <Button
          id="go-to-plans"
          kind="secondary"
          onPress={() => Taro.redirectTo({ url: '/packages/buy/pages/plans/plans' })}
        >
          去选方案
        </Button>
      }
    />
  ) : (
    <EmptyState
      icon="family"
      title="先核对家人"
      text="家人核对好，才能签名和付款。"
      action={
        <Button
          id="go-to-members"
          kind="secondary"
          onPress={() => Taro.redirectTo({ url: '/packages/buy/pages/members/members' })}
        >
          去填家人
        </Button>
      }
    />
  );
}
