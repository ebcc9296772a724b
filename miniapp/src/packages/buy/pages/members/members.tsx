import { useEffect } from 'react';
import Taro from '@tarojs/taro';
import { mobilePhone } from 'shared/contract/fields';
import { checkFamily } from 'shared/household/check-family.contract';
import { getHousehold } from 'shared/household/get-household.contract';
import { benefitsOf } from 'shared/product/benefits';
import { z } from 'shared/zod';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { EmptyState } from '@/components/empty-state/empty-state';
import { Failure } from '@/components/failure/failure';
import { Field } from '@/components/field/field';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { StepBar } from '@/components/step-bar/step-bar';
import { familyFaults, faultOf } from '@/features/household/family-faults';
import { MemberRow } from '@/features/household/member-row';
import {
  changeMembers,
  checkedFamily,
  confirm,
  isConfirmed,
  pagesOf,
  renewalOf,
  usePurchase,
} from '@/features/order/purchase';
import { StartAgain } from '@/features/order/start-again';
import { BUY_STEPS } from '@/features/order/steps';
import { PrivacyConsent } from '@/features/product/privacy-consent';
import { SellerFooter } from '@/features/product/seller-footer';
import { usePlans } from '@/features/product/use-plans';
import { rememberedCode } from '@/features/referral/referral-code';
import { useQueryOf } from '@/lib/query/use-query-of';
import { useRequest } from '@/lib/query/use-request';

const open = (index: number) => Taro.navigateTo({ url: `/packages/buy/pages/member/member?index=${index}` });

/** Who is covered: the family as rows, each fault at its row; the phone number. */
export default function MembersPage() {
  const plans = usePlans(rememberedCode());
  const { value, set } = usePurchase();
  const check = useRequest(checkFamily);
  const isNew = !value.prefilled && value.members.length === 0;
  const known = useQueryOf(getHousehold, {}, { enabled: isNew });
  const household = known.data?.household;

  useEffect(() => {
    if (!isNew || household === undefined || household === null) return;
    set({
      ...changeMembers(household.members),
      phone: household.phone,
      prefilled: true,
    });
  }, [isNew, household, set]);

  const plan = plans.data?.plans.find(({ id }) => id === value.planId);
  const startDay = plans.data?.startDay ?? '';
  const { members, phone } = value;
  const local = plan === undefined ? [] : familyFaults(members, startDay, plan, value.renewsPolicyId !== '');
  const faults = [...local, ...value.faults];
  const phoneFault = faults.find(({ path }) => path === 'phone')?.message;
  const listFault = members.length === 0 ? undefined : faults.find(({ path }) => path === 'members')?.message;

  const goOn = async () => {
    const phoneIsRight = z.safeParse(mobilePhone, phone);
    if (!phoneIsRight.success) {
      set({ faults: [{ path: 'phone', message: phoneIsRight.error.issues[0]?.message ?? '' }] });
      return;
    }
    if (local.length > 0) return;
    const checked = await check.run({ planId: value.planId, members, ...renewalOf(value) });
    if (!checked.ok) {
      set({ faults: checked.error.fields.map(({ path, message }) => ({ path, message })) });
      return;
    }
    set(checkedFamily(checked.data));
    await Taro.navigateTo({ url: '/packages/buy/pages/read/read' });
  };

  const privacy =
    plan && pagesOf(value, plan).find((page) => page.kind === 'privacy' && !isConfirmed(value, page));
  if (plan !== undefined && privacy !== undefined) {
    return (
      <PrivacyConsent
        plan={plan}
        documentId={privacy.id}
        onAgree={({ id, version, sha256 }) => set(confirm(value, { documentId: id, version, sha256 }))}
      />
    );
  }
  return (
    <Page
      actions={
        plan === undefined ? undefined : (
          <Button id="members-next" disabled={members.length === 0} reason="先添加家人" onPress={goOn}>
            下一步，看条款
          </Button>
        )
      }
    >
      <StepBar steps={BUY_STEPS} current={0} />
      <Loaded answer={plans}>
        {() =>
          plan === undefined ? (
            <StartAgain missing="plan" />
          ) : (
            <>
              {members.length === 0 ? (
                <EmptyState
                  icon="family"
                  title="先填您自己，再填家人"
                  text={`夫妻和子女都可以参加，最多 ${plan.maxMembers} 位。请准备好身份证。`}
                  action={
                    <Button id="member-add" icon="add" kind="secondary" onPress={() => open(0)}>
                      添加家人
                    </Button>
                  }
                />
              ) : (
                <>
                  <Card flush>
                    {members.map((member, index) => (
                      <MemberRow
                        key={index}
                        index={index}
                        member={member}
                        startDay={startDay}
                        shareFen={benefitsOf(plan, members.length).persons[index]?.accidentShareFen ?? 0}
                        fault={faultOf(faults, index)}
                        onEdit={() => void open(index)}
                      />
                    ))}
                  </Card>
                  {members.length < plan.maxMembers ? (
                    <Button id="member-add" icon="add" kind="secondary" onPress={() => open(members.length)}>
                      再添一位家人
                    </Button>
                  ) : null}
                  {listFault === undefined ? null : <Failure error={{ message: listFault }} />}
                  <Field
                    id="members-phone"
                    label="联系手机号"
                    kind="phone"
                    value={phone}
                    placeholder="11 位手机号"
                    hint="理赔和保单的事打这个电话。"
                    onChange={(typed) => set({ phone: typed, faults: [] })}
                    error={phoneFault}
                  />
                </>
              )}
              {check.error !== undefined && check.error.fields.length === 0 ? (
                <Failure error={check.error} />
              ) : null}
              <SellerFooter plans={[plan]} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
