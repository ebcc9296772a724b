import { act, fireEvent, render, screen } from '@testing-library/react';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cloudAnswers, renderPage } from '../../../../../test/components/cloud';
import { offerSample, planSample, salePage } from '../../../../../test/components/plan-sample';
import { answers, route, seen } from '../../../../../test/components/taro';
import { emptyPurchase } from '@/features/order/purchase';
import { readStored, writeStored } from '@/lib/storage/storage';
import DocumentPage from './document';

const document = {
  id: 'exclusions-100',
  kind: 'exclusions',
  version: '2026.1',
  title: '这些情况不赔',
  sha256: 'c'.repeat(64),
  sections: [{ heading: '责任免除', paragraphs: ['酒后开车。'] }],
};

const toBeRead = { ...salePage(document.id, 'exclusions'), sha256: document.sha256 };

const open = async (params: Record<string, string>) => {
  writeStored('draft:purchase', { ...emptyPurchase, planId: 'plan-100', planVersion: 1 });
  route.params = { planId: 'plan-100', documentId: document.id, ...params };
  answers.set('cloud.callFunction', (options) =>
    (options as { data: { name: string } }).data.name === 'readDocument'
      ? {
          result: {
            ok: true,
            data: { planId: 'plan-100', insurerName: '公司', filingNumber: '1 号', document },
          },
        }
      : { result: { ok: false, error: { code: 'BUSY', message: '请稍等', requestId: 'req-1' } } },
  );
  render(
    <QueryClientProvider client={new QueryClient()}>
      <DocumentPage />
    </QueryClientProvider>,
  );
  await screen.findByText('酒后开车。');
};

describe('a page to be confirmed', () => {
  it('cannot be confirmed before it is known where that leads: pressing would lead back', async () => {
    await open({});
    expect(screen.getByRole('status', { name: '正在打开' })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: '我已看完，确认' })).toBeNull();
  });

  it('is confirmed by pressing, in the version that was shown, and not by opening it', async () => {
    cloudAnswers({
      readDocument: () => ({ planId: 'plan-100', insurerName: '公司', filingNumber: '1 号', document }),
      listPlans: () => offerSample,
    });
    writeStored('draft:purchase', { ...emptyPurchase, planId: 'plan-100', planVersion: 1 });
    route.params = { planId: 'plan-100', documentId: document.id };
    renderPage(<DocumentPage />);
    await screen.findByRole('button', { name: '我已看完，确认' });
    expect(readStored('draft:purchase')).toMatchObject({ confirmations: [] });

    fireEvent.click(screen.getByRole('button', { name: '我已看完，确认' }));
    await act(async () => undefined);
    expect(readStored('draft:purchase')).toMatchObject({
      confirmations: [{ documentId: document.id, version: document.version, sha256: document.sha256 }],
    });
  });

  it('leads on to where it is signed and paid when nothing more is to be read, in a renewal past its health', async () => {
    for (const [renewsPolicyId, documents] of [
      [`pol_${'a'.repeat(24)}`, [toBeRead, salePage('health', 'health')]],
      ['', [toBeRead]],
    ] as const) {
      const { calls } = cloudAnswers({
        readDocument: () => ({ planId: 'plan-100', insurerName: '公司', filingNumber: '1 号', document }),
        listPlans: () => ({ ...offerSample, plans: [{ ...planSample, documents }] }),
      });
      writeStored('draft:purchase', { ...emptyPurchase, planId: 'plan-100', planVersion: 1, renewsPolicyId });
      route.params = { planId: 'plan-100', documentId: document.id };
      const { unmount } = renderPage(<DocumentPage />);
      fireEvent.click(await screen.findByRole('button', { name: '我已看完，确认' }));
      await act(async () => undefined);
      expect(calls.map(({ name }) => name).sort()).toEqual(['listPlans', 'readDocument']);
      expect(seen.navigations.pop()).toBe('redirectTo /packages/buy/pages/pay/pay');
      unmount();
    }
  });

  it('cannot be confirmed while it is only looked at', async () => {
    await open({ look: '1' });
    expect(screen.queryByRole('button', { name: '我已看完，确认' })).toBeNull();
  });
});
