import { fireEvent, screen, waitFor } from '@testing-library/react';
import { cloudAnswers, refusal, renderPage } from '../../../test/components/cloud';
import { answers, seen } from '../../../test/components/taro';
import { StatementFile } from './statement-file';

const claimId = `clm_${'b'.repeat(24)}`;
const FILE = { url: 'https://cloud.example/statement.pdf', fileName: '理赔3504.pdf' };

describe('the statement as a file', () => {
  it('is printed when wanted, and opened or sent to a chat', async () => {
    answers.set('downloadFile', () => ({ tempFilePath: '/tmp/a', statusCode: 200 }));
    const { calls } = cloudAnswers({ printStatement: () => FILE });
    renderPage(<StatementFile claimId={claimId} />);
    expect(calls).toEqual([]);
    const done = (name: string) => seen.calls.find((call) => call.name === name)?.options;
    fireEvent.click(screen.getByText('下载'));
    await waitFor(() => expect(done('openDocument')).toMatchObject({ fileType: 'pdf', showMenu: true }));
    fireEvent.click(screen.getByText('转发'));
    await waitFor(() => expect(done('shareFileMessage')).toMatchObject({ fileName: FILE.fileName }));
    expect(calls).toEqual([1, 2].map(() => ({ name: 'printStatement', input: { claimId } })));
  });

  it('says so when it was not printed, or not fetched', async () => {
    cloudAnswers({ printStatement: () => refusal('NOT_DECIDED', '还没有决定。') });
    const { unmount } = renderPage(<StatementFile claimId={claimId} />);
    fireEvent.click(screen.getByText('下载'));
    expect(await screen.findByText('还没有决定。')).toBeInTheDocument();
    unmount();
    answers.set('downloadFile', () => ({ tempFilePath: '', statusCode: 403 }));
    cloudAnswers({ printStatement: () => FILE });
    renderPage(<StatementFile claimId={claimId} />);
    fireEvent.click(screen.getByText('转发'));
    expect(await screen.findByText('文件没有下载成功，请检查网络后再点一次。')).toBeInTheDocument();
  });
});
