import { buyCover } from '../../../shared/order/buy-cover.contract';
import { type giveConsent, listConsents } from '../../../shared/policy/consent.contracts';
import { CONSENT_VERSION } from '../../../shared/policy/consent-words';
import type { InputOf, OutputOf } from '../../../shared/contract/contract';
import type { CastHousehold } from '../../../shared/testing/cast';
import { orderInput, planAt } from './families';
import { requestIdForTest, type Stage } from './stage';

let others = 0;
/** Somebody with a WeChat of their own. */
export const somebody = (): string => `o-somebody-${String((others += 1))}`;

/** A family orders; these of its adults confirm later. */
export const ordered = async (
  stage: Stage,
  family: CastHousehold,
  later: readonly number[] = [],
): Promise<OutputOf<typeof buyCover>> => {
  const input = orderInput(family, await planAt(stage, family));
  return stage.ask(
    buyCover,
    {
      ...input,
      signatures: input.signatures.filter(({ memberIndex }) => !later.includes(memberIndex)),
      laterConsents: [...later],
    },
    family.openid,
  );
};

/** The link of the first whose consent is awaited. */
export const linkOf = async (stage: Stage, family: CastHousehold, subjectId: string): Promise<string> => {
  const { persons } = await stage.ask(listConsents, { subjectId }, family.openid);
  const link = persons.find(({ standing }) => standing === 'awaited')?.link;
  if (!link) throw new Error('nobody is asked');
  return link;
};

/** What somebody answers who knows the person. */
export const answerOf = (
  family: CastHousehold,
  personIndex: number,
  link: string,
): InputOf<typeof giveConsent> => ({
  requestId: requestIdForTest(),
  link,
  name: family.members[personIndex]?.name ?? '',
  lastFour: family.members[personIndex]?.idNumber.slice(-4) ?? '',
  version: CONSENT_VERSION,
  answer: 'agreed',
});
