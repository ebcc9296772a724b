import Taro from '@tarojs/taro';
import type { Contract, OutputOf } from 'shared/contract/contract';
import { backTo } from '@/lib/navigation/navigation';
import { useCommand, type Intention } from '@/lib/query/use-command';
import { progressPage } from './claim-pages';

/**
 * One thing that a family does to a claim on a page of its own, and back to the progress when it is done.
 *
 * @param done what is said then.
 * @param whenDone forgets what was entered.
 */
export const useClaimCommand = <C extends Contract>(
  contract: C,
  claimId: string,
  done: string | ((answer: OutputOf<C>) => string),
  whenDone: () => void = () => undefined,
) => {
  const command = useCommand(contract);
  const send = async (intention: Intention<C>): Promise<void> => {
    const outcome = await command.run(intention);
    if (!outcome.ok) return;
    whenDone();
    const title = typeof done === 'string' ? done : done(outcome.data);
    await Taro.showToast({ title, icon: 'none' });
    await backTo(progressPage(claimId));
  };
  return { send, error: command.error };
};
