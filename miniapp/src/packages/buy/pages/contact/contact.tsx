import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Notice } from '@/components/notice/notice';
import { Page } from '@/components/page/page';
import { ContactForm, type ContactFaults } from '@/features/household/contact-form';
import { EMPTY_CONTACT, readContact } from '@/features/household/read-contact';
import { usePurchase } from '@/features/order/purchase';
import { SellerFooter } from '@/features/product/seller-footer';
import { usePlans } from '@/features/product/use-plans';
import { rememberedPlace } from '@/features/referral/place';
import { useGoBack } from '@/lib/navigation/go-back';

/** Whom to reach about the renewal, when the buyer works far away; may be left out. Source: domain R41. */
export default function ContactPage() {
  const { value, set } = usePurchase();
  const goBack = useGoBack();
  const plans = usePlans(rememberedPlace());
  const plan = plans.data?.plans.find(({ id }) => id === value.planId);
  const [typed, setTyped] = useState(value.contact ?? EMPTY_CONTACT);
  const [faults, setFaults] = useState<ContactFaults>({});

  const keep = async () => {
    const read = readContact(typed);
    if (read.faults !== undefined) {
      setFaults(read.faults);
      return;
    }
    set({ contact: read.contact });
    await goBack();
  };
  const leaveOut = async () => {
    set({ contact: null });
    await goBack();
  };

  return (
    <Page
      ground="plain"
      actions={
        <>
          {value.contact === null ? null : (
            <Button id="contact-delete" kind="danger" onPress={leaveOut}>
              不留联系人
            </Button>
          )}
          <Button id="contact-save" onPress={keep}>
            保存
          </Button>
        </>
      }
    >
      <Notice>明年快到期时，打您的电话没人接，就打给这位联系人。只用来提醒续保。</Notice>
      <ContactForm
        contact={typed}
        onChange={(change) => {
          setTyped((before) => ({ ...before, ...change }));
          setFaults({});
        }}
        faults={faults}
      />
      {plan === undefined ? null : <SellerFooter plans={[plan]} />}
    </Page>
  );
}
