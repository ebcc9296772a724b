import { Text, View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { addressOf, copyLink } from '@/lib/cloud/share.h5';
import styles from './link-address.module.scss';

/** The link's full address in the browser build, to be read and copied. */
export function LinkAddress({ path }: { path: string }) {
  return (
    <View className={styles.address}>
      <Text id="staff-link-address" className={styles.text} userSelect>
        {addressOf(path)}
      </Text>
      <Button id="staff-copy-link" kind="secondary" icon="copy" onPress={() => copyLink(path)}>
        复制网址
      </Button>
    </View>
  );
}
