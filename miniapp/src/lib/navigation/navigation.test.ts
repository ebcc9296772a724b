import { pages, seen } from '../../../test/components/taro';
import { backTo } from './navigation';

const MEMBERS = '/packages/buy/pages/members/members';
const opened = (...routes: string[]) => pages.push(...routes.map((route) => ({ route })));

describe('the way back to a page of a journey', () => {
  it('goes over what lies above it, however the platform writes its route', async () => {
    for (const route of [MEMBERS.slice(1), `${MEMBERS}?stamp=1`]) {
      pages.length = 0;
      opened('pages/home/home', route, 'packages/buy/pages/document/document', 'packages/buy/pages/pay/pay');
      await backTo(MEMBERS);
      expect(seen.navigations.pop()).toBe('navigateBack 2');
    }
  });

  it('goes to the last of several', async () => {
    opened(
      MEMBERS.slice(1),
      'packages/buy/pages/member/member',
      MEMBERS.slice(1),
      'packages/buy/pages/pay/pay',
    );
    await backTo(`${MEMBERS}?from=pay`);
    expect(seen.navigations).toEqual(['navigateBack 1']);
  });

  it('opens it in place of the page in front where it was never open', async () => {
    opened('pages/home/home', 'packages/buy/pages/renew/renew', 'packages/buy/pages/pay/pay');
    await backTo(MEMBERS);
    expect(seen.navigations).toEqual([`redirectTo ${MEMBERS}`]);
  });
});
