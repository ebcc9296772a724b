import { Text, View } from '@tarojs/components';
import { Pressable } from '@/components/pressable/pressable';
import { callPhone } from '@/lib/phone/phone';
import type { PlanView } from './use-plans';
import styles from './seller-footer.module.scss';

type Sold = Pick<PlanView, 'productName' | 'filingNumber' | 'insurer'>;

/** Who sells: full name, product and filing number, hotline, where to complain; on every sale page. Source: domain R24. */
export function SellerFooter({ plans }: { plans: readonly Sold[] }) {
  const insurer = plans[0]?.insurer;
  if (insurer === undefined) return null;
  const products = plans.filter(
    ({ filingNumber }, position) =>
      plans.findIndex((other) => other.filingNumber === filingNumber) === position,
  );
  return (
    <View className={styles.footer}>
      <Text>{`由${insurer.name}销售并承保`}</Text>
      {products.map(({ productName, filingNumber }) => (
        <Text key={filingNumber}>{`${productName}（备案编号 ${filingNumber}）`}</Text>
      ))}
      <Text>{insurer.complaintChannel}</Text>
      <Pressable
        id="call-insurer"
        role="link"
        className={styles.call}
        label={`打客服电话 ${insurer.hotline}`}
        onPress={() => void callPhone(insurer.hotline)}
      >
        <Text>{`客服电话 ${insurer.hotline}`}</Text>
      </Pressable>
    </View>
  );
}
