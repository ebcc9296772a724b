import { screen } from '@testing-library/react';
import { saidOf, withoutBlanks } from 'shared/testing/said';
import { refusedSample } from 'shared/testing/sample-claims';
import { TODAY } from '../../../../../test/components/claim-samples';
import { cloudAnswers, renderPage } from '../../../../../test/components/cloud';
import { route } from '../../../../../test/components/taro';
import RefusalPage from './refusal';

beforeEach(() => {
  route.params = { claimId: refusedSample.claimId };
});

it('a refusal says everything that its sheet of paper says', async () => {
  cloudAnswers({ getMyClaim: () => ({ today: TODAY, claim: refusedSample }) });
  renderPage(<RefusalPage />);
  await screen.findByText('这次没有赔');
  const page = withoutBlanks(document.body.textContent);
  expect(saidOf(refusedSample).filter((words) => !page.includes(words))).toEqual([]);
});

it('offers no second objection', async () => {
  cloudAnswers({
    getMyClaim: () => ({
      today: TODAY,
      claim: {
        ...refusedSample,
        objection: { at: refusedSample.reportedAt, reason: '再看看' },
        actions: ['reopen'],
      },
    }),
  });
  renderPage(<RefusalPage />);
  expect(await screen.findByText(/您已经提过一次异议/)).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: '提出异议' })).toBeNull();
});
