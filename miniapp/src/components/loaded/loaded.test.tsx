import { act, fireEvent, render, screen } from '@testing-library/react';
import { CallFailed } from '@/lib/cloud/call-failed';
import { Loaded } from './loaded';

const failed = new CallFailed('NETWORK', { requestId: 'req_1' });
const shown = (days: number) => <>{`还有 ${days} 天`}</>;

describe('Loaded', () => {
  it('shows the shape of what comes while nothing is known', () => {
    render(
      <Loaded answer={{ data: undefined, error: undefined, refetch: async () => undefined }}>{shown}</Loaded>,
    );
    expect(screen.getByRole('status', { name: '正在打开' })).toBeInTheDocument();
  });

  it('says why nothing could be had, with the number of the call, and tries again', async () => {
    const refetch = jest.fn(async () => undefined);
    render(<Loaded answer={{ data: undefined, error: failed, refetch }}>{shown}</Loaded>);
    expect(screen.getByRole('alert')).toHaveTextContent('网络不通');
    expect(screen.getByText(/req_1/)).toBeInTheDocument();
    await act(async () => fireEvent.click(screen.getByRole('button', { name: '再试一次' })));
    expect(refetch).toHaveBeenCalledTimes(1);
  });

  it('keeps showing what was known when a newer answer cannot be had, and says so', () => {
    render(<Loaded answer={{ data: 214, error: failed, refetch: async () => undefined }}>{shown}</Loaded>);
    expect(screen.getByText('还有 214 天')).toBeInTheDocument();
    expect(screen.getByText(/可能不是最新的/)).toBeInTheDocument();
  });
});
