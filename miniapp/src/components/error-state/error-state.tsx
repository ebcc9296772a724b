import { Text, View } from '@tarojs/components';
import { a11y } from '@/lib/a11y/a11y';
import { Button } from '../button/button';
import { EmptyState } from '../empty-state/empty-state';
import styles from './error-state.module.scss';

/** What can be shown of a failure; `CallFailed` fits. */
export interface ShownError {
  message: string;
  /** For the hotline; empty when the server never answered. */
  requestId?: string;
}

interface ErrorStateProps {
  error: ShownError;
  /** Tries again; without it there is nothing to press. */
  onRetry?: () => Promise<unknown>;
}

const alert = a11y({ role: 'alert' });

/** A page or a part of it could not be had: why, and the way on. */
export function ErrorState({ error, onRetry }: ErrorStateProps) {
  return (
    <View className={styles.error} {...alert}>
      <EmptyState
        icon="warning"
        tone="bad"
        title="没有打开"
        text={error.message}
        action={
          onRetry === undefined ? undefined : (
            <Button kind="secondary" icon="retry" onPress={onRetry}>
              再试一次
            </Button>
          )
        }
      />
      {error.requestId === undefined || error.requestId === '' ? null : (
        <Text className={styles.number} userSelect>
          求助时报这个编号：{error.requestId}
        </Text>
      )}
    </View>
  );
}
