import { AppError } from '../../../shared/errors/app-error';
import { maskName } from '../../../shared/identity/masking';
import { isPayable } from '../../../shared/order/attempts';
import { getOrderToPay } from '../../../shared/order/get-order-to-pay.contract';
import { operation } from '../../_core/operation';
import { planOf } from '../product/sale-plan';
import { toOrderView } from './order-views';

/**
 * What a relative sees who was sent the link to pay: masked names, the product, the payee. The order's id is the
 * secret of the link: nobody can guess it.
 * Reads: orders, plans. Errors: ORDER_NOT_FOUND.
 */
export const getOrderToPayOperation = operation(getOrderToPay, async (context) => {
  const { read, input, caller, ports } = context;
  const order = await read.orders.get(input.orderId);
  if (!order) throw new AppError('ORDER_NOT_FOUND');
  const plan = await planOf(context, order.planId);
  const holder = order.holder ?? order.members.find(({ relation }) => relation === 'self');
  return {
    order: toOrderView(order, plan, ports.clock.now()),
    holderName: maskName(holder?.name ?? ''),
    insuredNames: order.members.map(({ name }) => maskName(name)),
    productName: plan.productName,
    filingNumber: plan.filingNumber,
    isSample: plan.isSample,
    insurer: plan.insurer,
    isOwn: order.householdId === caller.householdId,
    isPayable: isPayable(order, ports.clock.now()),
  };
});
