import Taro from '@tarojs/taro';
import { mobilePhone } from 'shared/contract/fields';
import { checkFamily } from 'shared/household/check-family.contract';
import type { MemberInput } from 'shared/household/member.schema';
import { benefitOf, benefitsOf, premiumOf } from 'shared/product/benefits';
import { personSums } from 'shared/product/coverage-words';
import { z } from 'shared/zod';
import { Amount } from '@/components/amount/amount';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { EmptyState } from '@/components/empty-state/empty-state';
import { Failure } from '@/components/failure/failure';
import { Field } from '@/components/field/field';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { Row } from '@/components/row/row';
import { StepBar } from '@/components/step-bar/step-bar';
import { familyFaults, faultOf, type Fault } from '@/features/household/family-faults';
import { MemberRow } from '@/features/household/member-row';
import {
  atFamily,
  changeCopies,
  holderOf,
  insuredOf,
  isMeantFor,
  takePart,
} from '@/features/order/participation';
import {
  checkedFamily,
  confirm,
  goesOnAt,
  isConfirmed,
  pagesOf,
  renewalOf,
  usePurchase,
} from '@/features/order/purchase';
import { StartAgain } from '@/features/order/start-again';
import { useKnownFamily } from '@/features/order/use-known-family';
import { BUY_STEPS } from '@/features/order/steps';
import { CountStepper } from '@/features/product/count-stepper';
import { premiumWords, whoMayJoin } from '@/features/product/plan-words';
import { PrivacyConsent } from '@/features/product/privacy-consent';
import { SellerFooter } from '@/features/product/seller-footer';
import { usePlans } from '@/features/product/use-plans';
import { rememberedPlace } from '@/features/referral/place';
import { rememberedLink } from '@/features/referral/referral-code';
import { showControl } from '@/lib/navigation/show-control';
import { useRequest } from '@/lib/query/use-request';
import { phoneTime } from '@/lib/time/phone-time';

const open = (index: number) => Taro.navigateTo({ url: `/packages/buy/pages/member/member?index=${index}` });

/** Who is covered: the family as rows, each fault at its row; the phone number. */
export default function MembersPage() {
  const plans = usePlans(rememberedPlace());
  const draft = usePurchase();
  const { value, set } = draft;
  const check = useRequest(checkFamily);
  useKnownFamily(draft);

  const plan = plans.data?.plans.find(({ id }) => id === value.planId);
  const startDay = plans.data?.startDay ?? '';
  const { members, phone } = value;
  const insured = insuredOf(value);
  const persons =
    plan === undefined || insured.length === 0 ? [] : benefitsOf(plan, insured.length, value.copies).persons;
  const local =
    plan === undefined
      ? []
      : familyFaults(insured, startDay, plan, value.renewsPolicyId !== '', holderOf(value).holder);
  const faults = atFamily(value, [...local, ...value.faults]);
  const phoneFault = faults.find(({ path }) => path === 'phone')?.message;
  const listFault = members.length === 0 ? undefined : faults.find(({ path }) => path === 'members')?.message;

  const sumsFor = (member: MemberInput) => {
    const { accidentShareFen, ...others } = benefitOf(persons, insured.indexOf(member));
    return personSums({ ...others, accidentFen: accidentShareFen });
  };
  const choiceFor = (member: MemberInput) => {
    if (plan === undefined || plan.priceUnit === 'household') return undefined;
    return isMeantFor(value, member)
      ? {
          takesPart: insured.includes(member),
          onChange: (takesPart: boolean) => set(takePart(value, member, takesPart)),
        }
      : { because: `${whoMayJoin(plan)}，${member.name}不参加` };
  };

  /** Brings the row of the first person with a fault into sight. */
  const showFirst = async (found: readonly Fault[]) => {
    const index = members.findIndex((_, position) => faultOf(atFamily(value, found), position) !== undefined);
    if (index >= 0) await showControl(`member-${index}`);
  };

  const goOn = async () => {
    const phoneIsRight = z.safeParse(mobilePhone, phone);
    if (!phoneIsRight.success) {
      set({ faults: [{ path: 'phone', message: phoneIsRight.error.issues[0]?.message ?? '' }] });
      await showControl('members-phone');
      return;
    }
    if (local.length > 0) {
      await showFirst(local);
      return;
    }
    const checked = await check.run({
      planId: value.planId,
      members: insured,
      ...holderOf(value),
      copies: value.copies,
      ...renewalOf(value),
      ...rememberedLink(),
    });
    if (!checked.ok) {
      const found = checked.error.fields.map(({ path, message }) => ({ path, message }));
      set({ faults: found });
      await showFirst(found);
      return;
    }
    const found = checkedFamily(checked.data);
    set(found);
    if (plan !== undefined) await Taro.navigateTo({ url: goesOnAt({ ...value, ...found }, plan) });
  };

  const privacy =
    plan && pagesOf(value, plan).find((page) => page.kind === 'privacy' && !isConfirmed(value, page));
  if (plan !== undefined && privacy !== undefined) {
    return (
      <PrivacyConsent
        plan={plan}
        documentId={privacy.id}
        onAgree={(page) => {
          set(confirm(value, page, phoneTime()));
          // The long page is gone; what stands in its place begins at its top.
          void Taro.pageScrollTo({ scrollTop: 0, duration: 0 });
        }}
      />
    );
  }
  return (
    <Page
      actions={
        // Nobody there yet: the one thing to do is to add somebody, and no bar covers it.
        plan === undefined || members.length === 0 ? undefined : (
          <Button id="members-next" disabled={insured.length === 0} reason="先选给谁买" onPress={goOn}>
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
                  text={`${whoMayJoin(plan)}，最多 ${plan.maxMembers} 位。请准备好身份证。`}
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
                        sums={sumsFor(member)}
                        choice={choiceFor(member)}
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
                  {plan.maxCopies > 1 ? (
                    <Card>
                      <CountStepper
                        id="copies"
                        label="每人买几份"
                        unit="份"
                        count={value.copies}
                        max={plan.maxCopies}
                        onChange={(copies) => set(changeCopies(copies))}
                      />
                    </Card>
                  ) : null}
                  {plan.priceUnit === 'household' ? null : (
                    <Card flush>
                      <Row
                        label="一年一共"
                        note={premiumWords(plan, insured.length, value.copies)}
                        value={<Amount fen={premiumOf(plan, insured.length, value.copies)} />}
                        strong
                      />
                    </Card>
                  )}
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
                  <Card flush>
                    <Row
                      id="members-contact"
                      label="续保联系人"
                      note={
                        value.contact === null
                          ? '可以不填。打您的电话没人接时打给他'
                          : `${value.contact.name} · ${value.contact.relation} · ${value.contact.phone}`
                      }
                      onPress={() => void Taro.navigateTo({ url: '/packages/buy/pages/contact/contact' })}
                    />
                  </Card>
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
