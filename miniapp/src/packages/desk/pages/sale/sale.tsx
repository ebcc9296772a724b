import { useState } from 'react';
import { useRouter } from '@tarojs/taro';
import { replaySale } from 'shared/order/replay-sale.contract';
import { Button } from '@/components/button/button';
import { Failure } from '@/components/failure/failure';
import { Field } from '@/components/field/field';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { Skeleton } from '@/components/skeleton/skeleton';
import { ReplayedSale } from '@/features/desk/replayed-sale';
import { useQueryOf } from '@/lib/query/use-query-of';
import { useRequest } from '@/lib/query/use-request';

/** A sale by the number that the case page named. */
function NamedSale({ policyNumber }: { policyNumber: string }) {
  const answer = useQueryOf(replaySale, { policyNumber });
  return (
    <Page>
      <Loaded answer={answer} skeleton={<Skeleton lines={8} />}>
        {(sale) => <ReplayedSale sale={sale} />}
      </Loaded>
    </Page>
  );
}

/** A sale by a number that is typed from a paper. */
function SoughtSale() {
  const [policyNumber, setNumber] = useState('');
  const [sale, setSale] = useState<Parameters<typeof ReplayedSale>[0]['sale']>();
  const { run, error } = useRequest(replaySale);
  const fault = error?.faultAt('policyNumber');
  const seek = async () => {
    const found = await run({ policyNumber });
    setSale(found.ok ? found.data : undefined);
  };
  return (
    <Page
      actions={
        <Button id="sale-seek" onPress={seek}>
          查看
        </Button>
      }
    >
      <Field
        id="sale-number"
        label="保单号"
        kind="digit"
        value={policyNumber}
        maxLength={40}
        placeholder="22 位数字"
        onChange={setNumber}
        error={fault}
      />
      {error === undefined || fault !== undefined ? null : <Failure error={error} />}
      {sale === undefined ? null : <ReplayedSale sale={sale} />}
    </Page>
  );
}

/** How a policy was sold, for the insurer's desk. */
export default function SalePage() {
  const { policyNumber = '' } = useRouter().params;
  return policyNumber === '' ? <SoughtSale /> : <NamedSale policyNumber={policyNumber} />;
}
