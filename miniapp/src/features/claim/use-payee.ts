import type { PolicyPerson } from 'shared/claim/payees';
import { newPayee, type ClaimForm } from './claim-draft';
import { faultsOfPayees } from './payee-rules';
import { showFault } from './show-fault';

/** One of those who are paid, on a page of its own: checked before going back, or taken away. */
export const usePayee = (form: ClaimForm, index: number, people: readonly PolicyPerson[]) => {
  const { draft } = form;
  const own = `payees.${index}.`;

  /** @returns whether this payee has nothing to mend. */
  const check = async (): Promise<boolean> => {
    const payees = [...draft.payees];
    payees[index] ??= newPayee('heir');
    const faults = faultsOfPayees({ ...draft, payees }, people).filter(({ path }) => path.startsWith(own));
    if (draft.payees[index] === undefined) form.answerPayee(index, newPayee('heir'));
    form.setFaults([...draft.faults.filter(({ path }) => !path.startsWith(own)), ...faults]);
    const [first] = faults;
    if (first !== undefined) await showFault(first.path.replace(own, 'payees.0.'));
    return first === undefined;
  };

  const remove = (): void =>
    form.answer({ payees: draft.payees.filter((_, position) => position !== index) });

  return { check, remove };
};
