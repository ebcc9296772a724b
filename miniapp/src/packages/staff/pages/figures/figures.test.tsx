import { fireEvent, screen, within } from '@testing-library/react';
import FiguresPage from './figures';
import { EMPTY_TALLY, type Tally } from 'shared/report/figures';
import type { RegionFigure } from 'shared/report/tally-view';
import { cloudAnswers, renderPage } from '../../../../../test/components/cloud';
import { settle } from '../../../../../test/components/settle';
import { route } from '../../../../../test/components/taro';

/** The county's table of 2017: households and premium, each row households × 100 yuan. Source: domain "Scale". */
const TABLE_2017: readonly [string, number, string][] = [
  ['城关乡', 371, '3.71'],
  ['雪峰镇', 289, '2.89'],
  ['瀚仙镇', 428, '4.28'],
  ['沙溪乡', 179, '1.79'],
  ['夏阳乡', 567, '5.67'],
  ['胡坊镇', 321, '3.21'],
  ['盖洋镇', 803, '8.03'],
  ['枫溪乡', 209, '2.09'],
  ['夏坊乡', 362, '3.62'],
];

const tallyOf = (households: number): Tally => ({
  ...EMPTY_TALLY,
  households,
  insured: households * 3,
  premiumFen: households * 10_000,
});
const townships = TABLE_2017.map(([name, households], index): RegionFigure => ({
  regionCode: `35042120${index}`,
  name,
  level: 'township',
  tally: tallyOf(households),
}));
const county = (households: number): RegionFigure => ({
  regionCode: '350421',
  name: '明溪县',
  level: 'county',
  tally: tallyOf(households),
});

const openFigures = async (whole: number, before = 0) => {
  route.params = { region: '350421', month: '2026-11' };
  const { calls } = cloudAnswers({
    getFigures: ({ regionCode, month }) => {
      if (month === '2026-10') return { month, region: county(before), children: [] };
      const township = townships.find((one) => one.regionCode === regionCode);
      if (township !== undefined) return { month, region: township, children: [] };
      return { month, region: county(whole), children: whole === 0 ? [] : townships };
    },
  });
  renderPage(<FiguresPage />);
  await settle();
  await settle();
  return calls;
};

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('figures of a region', () => {
  it('prints the table of 2017 to the last figure: 3,529 households, 35.29 万元', async () => {
    await openFigures(3529);
    const table = within(screen.getByRole('table'));
    for (const [name, households, premium] of TABLE_2017) {
      expect(table.getByRole('button', { name: new RegExp(`^${name}`) })).toHaveTextContent(
        `${name}${households}${premium}`,
      );
    }
    const total = table.getAllByRole('row').find((row) => row.textContent.startsWith('合计'));
    expect(total).toHaveTextContent('合计352935.29352,900 元');
    expect(screen.queryByText(/对不上/)).toBeNull();
  });

  it('says so when the parts do not add up to the whole', async () => {
    await openFigures(3530);
    expect(screen.getByText('合计和上面的数对不上')).toBeVisible();
  });

  it('compares each figure with the month before, in the same two calls', async () => {
    const calls = await openFigures(3529, 3500);
    expect(screen.getByText('比上月多 29 户')).toBeVisible();
    expect(screen.getByText('比上月多 2,900 元')).toBeVisible();
    expect(calls.map(({ input }) => input.month)).toEqual(['2026-11', '2026-10']);
  });

  it('opens a township and leads back up', async () => {
    const calls = await openFigures(3529);
    fireEvent.click(screen.getByRole('button', { name: /^盖洋镇/ }));
    await settle();
    await settle();
    expect(calls[calls.length - 1]?.input.regionCode).toBe('350421206');
    fireEvent.click(screen.getByRole('button', { name: '回到明溪县' }));
    await settle();
    expect(screen.getByRole('heading', { name: '明溪县' })).toBeVisible();
  });

  it('tells what will appear in a month without families, and never goes beyond the newest month', async () => {
    await openFigures(0);
    expect(screen.getByText('2026年11月还没有家庭参保')).toBeVisible();
    fireEvent.click(screen.getByRole('button', { name: '已是最新一个月' }));
    await settle();
    expect(screen.getByText('2026年11月')).toBeVisible();
    fireEvent.click(screen.getByRole('button', { name: '看2026年10月' }));
    await settle();
    expect(screen.getByText('2026年10月')).toBeVisible();
  });
});
