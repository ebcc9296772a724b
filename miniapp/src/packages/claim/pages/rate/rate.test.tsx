import { fireEvent, screen, waitFor } from '@testing-library/react';
import { claimSample } from 'shared/testing/sample-claims';
import { cloudAnswers, refusal, renderPage } from '../../../../../test/components/cloud';
import { route, seen } from '../../../../../test/components/taro';
import RatePage from './rate';

const submit = () => fireEvent.click(screen.getByRole('button', { name: '交上去' }));

beforeEach(() => {
  route.params = { claimId: claimSample.claimId };
});

describe('rating', () => {
  it('wants a star, then sends it with the words', async () => {
    const cloud = cloudAnswers({ rateClaim: () => ({ claim: claimSample }) });
    renderPage(<RatePage />);
    submit();
    expect(await screen.findByText('请选 1 到 5 颗星。')).toBeInTheDocument();
    fireEvent.click(screen.getByRole('radio', { name: '4 颗星，满意' }));
    expect(screen.getByRole('radio', { name: '4 颗星，满意' })).toBeChecked();
    fireEvent.change(screen.getByRole('textbox', { name: '想说的话（可以不写）' }), {
      target: { value: '很快' },
    });
    submit();
    await waitFor(() => expect(seen.toasts).toEqual(['谢谢，记下了']));
    expect(cloud.calls).toMatchObject([{ name: 'rateClaim', input: { stars: 4, words: '很快' } }]);
  });

  it('says so when it was rated before', async () => {
    cloudAnswers({ rateClaim: () => refusal('RATED_ALREADY', '您已经评过了，谢谢。') });
    renderPage(<RatePage />);
    fireEvent.click(screen.getByRole('radio', { name: '5 颗星，很满意' }));
    submit();
    expect(await screen.findByText('您已经评过了，谢谢。')).toBeInTheDocument();
  });
});
