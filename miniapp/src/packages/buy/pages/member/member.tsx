import { useState } from 'react';
import Taro, { useRouter } from '@tarojs/taro';
import type { Relation } from 'shared/household/member.schema';
import { Button } from '@/components/button/button';
import { Failure } from '@/components/failure/failure';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { faultOf, familyFaults, withoutFaultsOf, type Fault } from '@/features/household/family-faults';
import { MemberForm, memberOf, type MemberEntry } from '@/features/household/member-form';
import { changeMembers, usePurchase } from '@/features/order/purchase';
import { usePlans } from '@/features/product/use-plans';
import { rememberedCode } from '@/features/referral/referral-code';

/** One person of the family: added or changed by typing, checked before it is kept. */
export default function MemberPage() {
  const { params } = useRouter();
  const plans = usePlans(rememberedCode());
  const { value, set } = usePurchase();
  const { members } = value;
  const index = Math.min(Number(params.index ?? members.length) || 0, members.length);
  const before = members[index];
  const others = members.filter((_, position) => position !== index);
  const taken = others.flatMap(({ relation }): Relation[] =>
    relation === 'self' || relation === 'spouse' ? [relation] : [],
  );
  const [entry, setEntry] = useState<MemberEntry>(
    before ?? { name: '', idNumber: '', relation: taken.includes('self') ? undefined : 'self' },
  );
  const [faults, setFaults] = useState<Fault[]>(value.faults);

  const keep = async () => {
    const plan = plans.data?.plans.find(({ id }) => id === value.planId);
    const member = memberOf(entry);
    if (member === undefined) {
      setFaults([
        ...(entry.relation === undefined
          ? [{ path: `members.${index}.relation`, message: '请选一个关系。' }]
          : []),
        ...(entry.name.trim() === '' ? [{ path: `members.${index}.name`, message: '请填写姓名。' }] : []),
        ...(entry.idNumber === ''
          ? [{ path: `members.${index}.idNumber`, message: '请填写身份证号。' }]
          : []),
      ]);
      return;
    }
    const list = [...members.slice(0, index), member, ...members.slice(index + 1)];
    const found =
      plan === undefined
        ? []
        : familyFaults(list, plans.data?.startDay ?? '', plan, value.renewsPolicyId !== '');
    if (faultOf(found, index) !== undefined) {
      setFaults(found);
      return;
    }
    set({ ...changeMembers(list), faults: withoutFaultsOf(value.faults, index), prefilled: true });
    await Taro.navigateBack();
  };

  const remove = async () => {
    set({ ...changeMembers(others), faults: [], prefilled: true });
    await Taro.navigateBack();
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
              setFaults([]);
            }}
            faults={{
              name: faultOf(faults, index, 'name'),
              idNumber: faultOf(faults, index, 'idNumber'),
              relation: faultOf(faults, index, 'relation'),
            }}
            taken={taken}
          />
        )}
      </Loaded>
      {faults.some(({ path }) => path === 'members') && faultOf(faults, index) === undefined ? (
        <Failure error={{ message: faults.find(({ path }) => path === 'members')?.message ?? '' }} />
      ) : null}
    </Page>
  );
}
