import type { PropsWithChildren } from 'react';
import { useDidShow, useLaunch } from '@tarojs/taro';
import { QueryClientProvider } from '@tanstack/react-query';
import { sendWaitingReport, startOutbox } from '@/features/claim/outbox';
import { startKeyboard } from '@/lib/a11y/keyboard';
import { startCloud } from '@/lib/cloud/transport';
import { dropOrphans } from '@/lib/media/kept-file';
import { startIdentityBar } from '@/lib/identity/identity-bar';
import { queryClient } from '@/lib/query/query-client';
import './app.scss';

export default function App({ children }: PropsWithChildren) {
  useLaunch(() => {
    startCloud();
    startIdentityBar();
    startKeyboard();
    startOutbox();
    dropOrphans();
  });
  useDidShow(() => void sendWaitingReport());
  return <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>;
}
