import { screen } from '@testing-library/react';
import { cloudAnswers, renderPage } from '../../../../../test/components/cloud';
import { route } from '../../../../../test/components/taro';
import SalePage from './sale';

/** 2026-05-29 04:26:40, China time. */
const PLACED = 1_780_000_000_000;
const page = (documentId: string, title: string, confirmedAt: number | null) => ({
  documentId,
  version: '2026.1',
  sha256: 'a'.repeat(64),
  confirmedAt,
  standing: 'missing',
  title,
  sections: null,
});

it('the desk sees when each page was confirmed on the phone, and when that came to us', async () => {
  cloudAnswers({
    replaySale: () => ({
      policyNumber: '3504212600000000000001',
      planName: '方案',
      productName: '产品',
      filingNumber: '1 号',
      insurerName: '公司',
      placedAt: PLACED,
      issuedAt: PLACED + 60_000,
      pages: [page('clauses', '条款', PLACED - 95_000), page('health', '健康告知', null)],
      people: [],
    }),
  });
  route.params = { policyNumber: '3504212600000000000001' };
  renderPage(<SalePage />);
  expect(await screen.findByText('2026年5月29日 04:25:05')).toBeVisible();
  expect(screen.getByText('按投保人手机的时间')).toBeVisible();
  expect(screen.getByText('手机没有报准时间')).toBeVisible();
  expect(screen.getAllByText('2026年5月29日 04:26:40')).toHaveLength(2);
});
