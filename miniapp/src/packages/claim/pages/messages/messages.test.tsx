import { fireEvent, screen, waitFor } from '@testing-library/react';
import type { InboxMessage } from '@/features/message/use-open-message';
import { instantAt } from 'shared/time/china-day';
import { cloudAnswers, renderPage } from '../../../../../test/components/cloud';
import { seen } from '../../../../../test/components/taro';
import MessagesPage from './messages';

const message = (id: string, day: string, change: Partial<InboxMessage> = {}): InboxMessage => ({
  messageId: `msg_${id.repeat(20)}`,
  kind: 'claimProgress',
  title: `消息 ${id}`,
  body: '王小雨的案子已开始办理。',
  page: '/packages/claim/pages/progress/progress?claimId=clm_b',
  createdAt: instantAt(day, '09:00'),
  read: false,
  ...change,
});
const inbox = (messages: InboxMessage[]) =>
  cloudAnswers({
    listMyMessages: () => ({ today: '2026-06-08', messages }),
    readMessage: () => ({ read: true }),
  });

describe('the inbox', () => {
  it('stands under its days, newest first', async () => {
    inbox([message('a', '2026-06-08'), message('b', '2026-06-07'), message('c', '2026-06-05')]);
    renderPage(<MessagesPage />);
    await screen.findByText('消息 a');
    const headings = screen.getAllByRole('heading').map(({ textContent }) => textContent);
    expect(headings).toEqual(['今天', '昨天', '6月5日（周五）']);
  });

  it('opens what a message tells of and marks it as read', async () => {
    const cloud = inbox([message('a', '2026-06-08')]);
    renderPage(<MessagesPage />);
    fireEvent.click(await screen.findByRole('button', { name: /^未读。消息 a/ }));
    await waitFor(() =>
      expect(seen.navigations).toEqual(['navigateTo /packages/claim/pages/progress/progress?claimId=clm_b']),
    );
    await waitFor(() =>
      expect(cloud.calls).toContainEqual({
        name: 'readMessage',
        input: { messageId: `msg_${'a'.repeat(20)}` },
      }),
    );
  });

  it('opens a tab page by its tab and does not mark twice', async () => {
    const cloud = inbox([
      message('a', '2026-06-08', { kind: 'orderRefunded', page: '/pages/cover/cover', read: true }),
    ]);
    renderPage(<MessagesPage />);
    fireEvent.click(await screen.findByRole('button', { name: /^消息 a/ }));
    await waitFor(() => expect(seen.navigations).toEqual(['switchTab /pages/cover/cover']));
    expect(cloud.calls.map(({ name }) => name)).not.toContain('readMessage');
  });

  it('tells what will appear while it is empty', async () => {
    inbox([]);
    renderPage(<MessagesPage />);
    expect(await screen.findByText('还没有消息')).toBeInTheDocument();
  });
});
