import { z } from 'shared/zod';
import { referralCode } from 'shared/referral/referral.schema';
import { dropStored, readStored, writeStored } from '@/lib/storage/storage';

const key = 'referral-code';

/** The code of the link this phone was last opened from; undefined before the first. */
export const rememberedCode = (): string | undefined => {
  const stored = z.safeParse(referralCode, readStored(key));
  return stored.success ? stored.data : undefined;
};

/** Takes the code out of a page's address and keeps it; an address without one changes nothing. */
export const rememberCode = (fromAddress: string | undefined): string | undefined => {
  const told = z.safeParse(referralCode, fromAddress);
  if (!told.success) return rememberedCode();
  writeStored(key, told.data);
  return told.data;
};

/** Forgets a link that is no longer in force. */
export const forgetCode = (): void => dropStored(key);

/** The link that this family came by, as the cloud is told of it. */
export const rememberedLink = (): { referralCode?: string } => {
  const code = rememberedCode();
  return code === undefined ? {} : { referralCode: code };
};
