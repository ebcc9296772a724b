import type { ComponentType } from 'react';
import { Chips } from '../parts/panel';
import { hrefOf, type Route } from '../route';
import { Bill } from './pay-bill';
import { Callbacks } from './pay-callbacks';
import { Orders } from './pay-orders';
import { Refunds } from './pay-refunds';
import { Transfers } from './pay-transfers';

const VIEWS: readonly { readonly path: string; readonly name: string; readonly view: ComponentType }[] = [
  { path: 'orders', name: '订单', view: Orders },
  { path: 'refunds', name: '退款', view: Refunds },
  { path: 'transfers', name: '转账', view: Transfers },
  { path: 'bill', name: '账单', view: Bill },
  { path: 'callbacks', name: '回调', view: Callbacks },
];

/** `#/wechat/orders|refunds|transfers|bill|callbacks`: what WeChat's side keeps, which is not always what we believe. */
export const Wechat = ({ route }: { readonly route: Route }) => {
  const shown = VIEWS.find(({ path }) => path === route.rest[0]) ?? VIEWS[0];
  return (
    <>
      <Chips
        label="微信那边"
        of={VIEWS.map((each) => ({
          name: each.name,
          href: hrefOf(['wechat', each.path]),
          chosen: each === shown,
        }))}
      />
      {shown !== undefined && <shown.view />}
    </>
  );
};
