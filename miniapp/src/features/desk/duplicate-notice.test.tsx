import { render, screen } from '@testing-library/react';
import { DuplicateNotice } from './duplicate-notice';

describe('what may have been claimed before', () => {
  it('is told with its place and the cases, as something to look at', () => {
    render(
      <DuplicateNotice
        warnings={[
          { kind: 'samePhoto', places: [0, 2], claimNumbers: ['350421260001'] },
          { kind: 'sameNumber', places: [1], claimNumbers: ['350421260002', '350421260003'] },
        ]}
      />,
    );
    for (const words of [
      '第 1、3 张照片，别的案件里也交过：案号 350421260001。',
      '第 2 张发票的号码，出现过不止一次：案号 350421260002、350421260003。',
      '这只是提醒，是不是同一张由您判断。',
    ])
      expect(screen.getByText(words, { exact: false })).toBeInTheDocument();
  });

  it('is no words when there is nothing', () => {
    const { container } = render(<DuplicateNotice warnings={[]} />);
    expect(container).toBeEmptyDOMElement();
  });
});
