import { Button as NativeButton } from '@tarojs/components';
import { named } from '@/lib/a11y/named';
import { Icon } from '../icon/icon';
import styles from './share-button.module.scss';

interface ShareButtonProps {
  /** A stable name for tests; unique on the page. */
  id?: string;
  /** The words on it: 分享到群. */
  children: string;
  /** What the card opens: `/pages/home/home?code=…`. The page's own `useShareAppMessage` makes the card. */
  path: string;
  kind?: 'primary' | 'secondary';
}

/** Sends the page's card to a chat: only WeChat's own button can. The browser's side copies the address. */
export function ShareButton({ id, children, kind = 'primary' }: ShareButtonProps) {
  return (
    <NativeButton
      {...named(id)}
      className={`${styles.share} ${styles[kind]}`}
      openType="share"
      hoverClass={styles.pressed}
    >
      <Icon name="share" size="small" />
      {children}
    </NativeButton>
  );
}
