import type { ComponentProps } from 'react';
import { copyLink } from '@/lib/cloud/share';
import { Button } from '../button/button';
import type { ShareButton as PhoneShareButton } from './share-button';

/** A browser has no chats: it copies the address that the card would open. */
export function ShareButton({ id, children, path, kind }: ComponentProps<typeof PhoneShareButton>) {
  return (
    <Button id={id} kind={kind} icon="share" onPress={() => copyLink(path)}>
      {children}
    </Button>
  );
}
