import { z } from 'shared/zod';
import { addressValue } from '../address/address.h5';

const key = 'local-identity';
const cast = z.array(z.object({ openid: z.string(), name: z.string(), role: z.string(), note: z.string() }));

/** The people of the local run's demo data. */
export type Cast = z.infer<typeof cast>;

const fetchCast = async (): Promise<Cast> => {
  try {
    const answer = await fetch('/_local/identities');
    return answer.ok ? z.parse(cast, await answer.json()) : [];
  } catch {
    return [];
  }
};

let asked: Promise<Cast> | undefined;
/** The cast, asked for once; empty when there is none. */
export const knownCast = (): Promise<Cast> => (asked ??= fetchCast());

/** Acts as somebody else from the next opening on. */
export const actAs = (openid: string): void => localStorage.setItem(key, openid);

/** The openid under which the browser acts: from `?as=` (and kept), else the one chosen last, else the first of the cast. */
export const whoAmI = async (): Promise<string> => {
  const inAddress = addressValue('as');
  if (inAddress !== undefined) actAs(inAddress);
  const kept = inAddress ?? localStorage.getItem(key);
  return kept ?? (await knownCast())[0]?.openid ?? '';
};
