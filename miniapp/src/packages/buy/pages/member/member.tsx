import { useState } from 'react';
import { useRouter } from '@tarojs/taro';
import type { Relation } from 'shared/household/member.schema';
import { Button } from '@/components/button/button';
import { Failure } from '@/components/failure/failure';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { faultOf, familyFaults, withoutFaultsOf, type Fault } from '@/features/household/family-faults';
import {
  emptyEntry,
  entryOf,
  readEntry,
  type EntryFaults,
  type MemberEntry,
} from '@/features/household/member-entry';
import { MemberForm } from '@/features/household/member-form';
import { atFamily, holderOf, insuredOf } from '@/features/order/participation';
import { changeMembers, usePurchase } from '@/features/order/purchase';
import { SellerFooter } from '@/features/product/seller-footer';
import { usePlans } from '@/features/product/use-plans';
import { rememberedPlace } from '@/features/referral/place';
import { useGoBack } from '@/lib/navigation/go-back';

/** Faults of one member of the list, by field of its form. */
const atTheForm = (faults: readonly Fault[], index: number): EntryFaults => ({
  name: faultOf(faults, index, 'name'),
  idNumber: faultOf(faults, index, 'idNumber'),
  relation: faultOf(faults, index, 'relation'),
  birthDay: faultOf(faults, index, 'birthDay'),
  sex: faultOf(faults, index, 'sex'),
  other: faultOf(faults, index, 'otherDeathCoverFen'),
});

/** One person of the family: added or changed by a photo or by typing, checked before it is kept. */
export default function MemberPage() {
  const { params } = useRouter();
  const goBack = useGoBack();
  const plans = usePlans(rememberedPlace());
  const { value, set } = usePurchase();
  const { members } = value;
  const index = Math.min(Number(params.index ?? members.length) || 0, members.length);
  const before = members[index];
  const others = members.filter((_, position) => position !== index);
  const taken = others.flatMap(({ relation }): Relation[] =>
    relation === 'self' || relation === 'spouse' ? [relation] : [],
  );
  const [entry, setEntry] = useState<MemberEntry>(() =>
    before === undefined ? emptyEntry(taken.includes('self') ? undefined : 'self') : entryOf(before),
  );
  const [missing, setMissing] = useState<EntryFaults>({});
  const [faults, setFaults] = useState<Fault[]>(() => atFamily(value, value.faults));
  const startDay = plans.data?.startDay ?? '';
  const plan = plans.data?.plans.find(({ id }) => id === value.planId);

  const keep = async () => {
    const read = readEntry(entry, startDay);
    if (read.member === undefined) {
      setMissing(read.faults);
      return;
    }
    const list = [...members.slice(0, index), read.member, ...members.slice(index + 1)];
    const family = { ...value, members: list };
    const found =
      plan === undefined
        ? []
        : atFamily(
            family,
            familyFaults(
              insuredOf(family),
              startDay,
              plan,
              value.renewsPolicyId !== '',
              holderOf(family).holder,
            ),
          );
    if (faultOf(found, index) !== undefined) {
      setFaults(found);
      return;
    }
    set({
      ...changeMembers(list),
      faults: value.priceUnit === 'person' ? [] : withoutFaultsOf(value.faults, index),
      prefilled: true,
    });
    await goBack();
  };

  const remove = async () => {
    set({ ...changeMembers(others), faults: [], prefilled: true });
    await goBack();
  };

  return (
    <Page
      ground="plain"
      title={before === undefined ? '添加家人' : before.name}
      actions={
        <>
          {before === undefined ? null : (
            <Button id="member-delete" kind="danger" label={`删除${before.name}`} onPress={remove}>
              删除
            </Button>
          )}
          <Button id="member-save" onPress={keep}>
            保存
          </Button>
        </>
      }
    >
      <Loaded answer={plans}>
        {() => (
          <MemberForm
            entry={entry}
            onChange={(change) => {
              setEntry((current) => ({ ...current, ...change }));
              setMissing({});
              setFaults([]);
            }}
            faults={{ ...atTheForm(faults, index), ...missing }}
            taken={taken}
            startDay={startDay}
          />
        )}
      </Loaded>
      {faults.some(({ path }) => path === 'members') && faultOf(faults, index) === undefined ? (
        <Failure error={{ message: faults.find(({ path }) => path === 'members')?.message ?? '' }} />
      ) : null}
      {plan === undefined ? null : <SellerFooter plans={[plan]} />}
    </Page>
  );
}
