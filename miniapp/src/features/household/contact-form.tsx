import type { Contact } from 'shared/household/household.schema';
import { Field } from '@/components/field/field';

export type ContactFaults = Partial<Record<keyof Contact, string>>;

interface ContactFormProps {
  contact: Contact;
  onChange: (change: Partial<Contact>) => void;
  faults: ContactFaults;
}

/** Whom to reach about the renewal. Source: domain R41. */
export function ContactForm({ contact, onChange, faults }: ContactFormProps) {
  return (
    <>
      <Field
        id="contact-name"
        label="联系人姓名"
        kind="name"
        value={contact.name}
        maxLength={30}
        onChange={(name) => onChange({ name })}
        error={faults.name}
      />
      <Field
        id="contact-phone"
        label="联系人手机号"
        kind="phone"
        value={contact.phone}
        placeholder="11 位手机号"
        onChange={(phone) => onChange({ phone })}
        error={faults.phone}
      />
      <Field
        id="contact-relation"
        label="是您的什么人"
        value={contact.relation}
        placeholder="比如 女儿、邻居"
        maxLength={20}
        onChange={(relation) => onChange({ relation })}
        error={faults.relation}
      />
    </>
  );
}
