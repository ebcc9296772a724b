import Taro from '@tarojs/taro';
import type { Contract } from 'shared/contract/contract';
import { backTo } from '@/lib/navigation/navigation';
import { useCommand, type Intention } from '@/lib/query/use-command';
import { progressPage } from './claim-pages';

/**
 * One thing that a family does to a claim on a page of its own, and back to the progress when it is done.
 *
 * @param done what is said then.
 */
export const useClaimCommand = <C extends Contract>(contract: C, claimId: string, done: string) => {
  const command = useCommand(contract);
  const send = async (intention: Intention<C>): Promise<void> => {
    const outcome = await command.run(intention);
    if (!outcome.ok) return;
    await Taro.showToast({ title: done, icon: 'none' });
    await backTo(progressPage(claimId), 1);
  };
  return { send, error: command.error };
};
