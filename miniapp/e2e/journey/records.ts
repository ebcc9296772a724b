import type { Contract, InputOf, OutputOf } from 'shared/contract/contract';
import { getFigures } from 'shared/report/get-figures.contract';
import { getStaffHome } from 'shared/report/get-staff-home.contract';
import { PLACE } from 'shared/testing/cast';
import { monthOf } from 'shared/time/china-day';
import type { LocalCloud } from '../../test/local-cloud';

/** Reads what is stored, through the operation that somebody may call. */
export const storedIn = async <C extends Contract>(
  cloud: LocalCloud,
  openid: string,
  contract: C,
  input: InputOf<C>,
): Promise<OutputOf<C>> => {
  const reply = await cloud.call(openid, contract.function, contract.name, input);
  if (!reply.ok) throw new Error(`${contract.name}: ${JSON.stringify(reply.error)}`);
  return contract.output.parse(reply.data) as OutputOf<C>;
};

/** The figures of the cast's village this month, as a member of staff gets them. */
export const villageFigure = async (cloud: LocalCloud, openid: string) => {
  const { today } = await storedIn(cloud, openid, getStaffHome, {});
  const month = monthOf(today);
  const { region } = await storedIn(cloud, openid, getFigures, { regionCode: PLACE.village, month });
  return region.tally;
};
