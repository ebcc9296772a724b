import { z } from '../zod';
import { mobilePhone } from './fields';

it.each([
  '13850801234',
  '１３８５０８０１２３４',
  '138-5080-1234',
  '+86 138 5080 1234',
  '8613850801234',
  '008613850801234',
])('a mobile number is one number, however it was filled in: %s', (written) => {
  expect(z.parse(mobilePhone, written)).toBe('13850801234');
});

it.each(['1385080123', '138508012345', '12850801234', '0598-2861234', '8612850801234', '+85213850801234'])(
  'no mobile number: %s',
  (written) => {
    expect(z.safeParse(mobilePhone, written).error?.issues[0]?.message).toBe(
      '手机号不对，请写 11 位手机号。',
    );
  },
);
