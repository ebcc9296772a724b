import { Text, View } from '@tarojs/components';
import type { StaffRole } from 'shared/identity/role';
import { STAFF_ROLE_WORDS } from 'shared/identity/role-words';
import { a11y } from '@/lib/a11y/a11y';
import styles from './staff-greeting.module.scss';

const heading = a11y({ role: 'heading', level: 2 });

/** Where one works, and as whom. */
export function StaffGreeting({ name, role, place }: { name: string; role: StaffRole; place: string }) {
  return (
    <View className={styles.greeting}>
      <View className={styles.place} {...heading}>
        {place}
      </View>
      <Text className={styles.who}>
        {STAFF_ROLE_WORDS[role]} · {name}
      </Text>
    </View>
  );
}
