import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { useTheme } from '@/lib/theme/theme';
import { PageHeader } from './page-header';
import styles from './page.module.scss';

interface PageProps {
  children: ReactNode;
  /** Only where the title depends on data; otherwise the page's config names it. */
  title?: string;
  /** The page's one or two ways on, fixed at the bottom above the safe area. */
  actions?: ReactNode;
  /** `plain`: a white page, for documents and forms without cards. */
  ground?: 'page' | 'plain';
  /** Uses the room of a computer's window instead of a phone's width in its middle. */
  wide?: boolean;
}

/** The root of every page: theme, text size, title, safe areas, and a bar for its actions. */
export function Page({ children, title, actions, ground = 'page', wide = false }: PageProps) {
  const { rootClass } = useTheme();
  const classes = [
    styles.page,
    ground === 'plain' && styles.plain,
    wide && `${styles.wide} page-wide`,
    rootClass,
  ];
  return (
    <View className={classes.filter(Boolean).join(' ')}>
      <PageHeader title={title} />
      <View className={styles.body}>{children}</View>
      {actions === undefined ? null : (
        <View className={styles.bar}>
          <View className={styles.actions}>{actions}</View>
        </View>
      )}
    </View>
  );
}
