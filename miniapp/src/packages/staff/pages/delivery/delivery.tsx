import { Button } from '@/components/button/button';
import { Page } from '@/components/page/page';
import { DeliveryForm, useDelivery } from '@/features/delivery/delivery';

/** A specialist has brought a policy to a family's home and records it. */
export default function DeliveryPage() {
  const delivery = useDelivery();
  const { policy, isRecorded } = delivery;
  const isOpen = policy !== undefined && policy.deliveredOn === null && !isRecorded;
  return (
    <Page
      actions={
        isOpen ? (
          <Button id="delivery-record" onPress={delivery.record}>
            已送到家
          </Button>
        ) : policy === undefined ? (
          <Button id="delivery-find" onPress={delivery.find}>
            查这份保单
          </Button>
        ) : (
          <Button id="delivery-next" kind="secondary" onPress={() => delivery.typeNumber('')}>
            登记下一份
          </Button>
        )
      }
    >
      <DeliveryForm delivery={delivery} />
    </Page>
  );
}
