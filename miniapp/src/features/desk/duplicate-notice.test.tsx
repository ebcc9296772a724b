import { render, screen } from '@testing-library/react';
import { DuplicateNotice } from './duplicate-notice';

describe('what may have been claimed before', () => {
  it('is told with its place and the cases, as something to look at', () => {
    render(
      <DuplicateNotice
        warnings={[
          { kind: 'samePhoto', places: [0, 2], claimNumbers: ['350421260001'] },
          { kind: 'sameNumber', places: [1], claimNumbers: ['350421260002', '350421260003'] },
          {
            kind: 'sameStay',
            places: [0],
            claimNumbers: ['350421260004'],
            days: [
              { first: '2026-06-03', last: '2026-06-05' },
              { first: '2026-06-09', last: '2026-06-09' },
            ],
          },
        ]}
      />,
    );
    for (const words of [
      '第 1、3 张照片，别的案件里也交过：案号 350421260001。',
      '第 2 张发票的号码，出现过不止一次：案号 350421260002、350421260003。',
      '第 1 次住院的日子，这个人在别的案件里也报过：案号 350421260004，重叠 4 天（2026年6月3日到2026年6月5日、2026年6月9日）。',
      '这只是提醒，是不是同一张由您判断。',
    ])
      expect(screen.getByText(words, { exact: false })).toBeInTheDocument();
  });

  it('is no words when there is nothing', () => {
    const { container } = render(<DuplicateNotice warnings={[]} />);
    expect(container).toBeEmptyDOMElement();
  });
});
