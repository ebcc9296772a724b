import { contact as contactSchema, type Contact } from 'shared/household/household.schema';
import { z } from 'shared/zod';
import type { ContactFaults } from './contact-form';

export const EMPTY_CONTACT: Contact = { name: '', phone: '', relation: '' };

/** A contact as typed: kept, none at all when nothing was typed, or what is wrong at which field. */
export const readContact = (
  typed: Contact,
): { contact: Contact | null; faults: undefined } | { contact: undefined; faults: ContactFaults } => {
  if (Object.values(typed).every((text) => text.trim() === '')) return { contact: null, faults: undefined };
  const parsed = z.safeParse(contactSchema, typed);
  return parsed.success
    ? { contact: parsed.data, faults: undefined }
    : {
        contact: undefined,
        faults: Object.fromEntries(
          [...parsed.error.issues].reverse().map(({ path, message }) => [String(path[0]), message]),
        ),
      };
};
