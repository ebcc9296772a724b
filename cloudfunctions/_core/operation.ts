import type { Contract, OutputOf, ParsedInputOf } from '../../shared/contract/contract';
import type { ReadStores, WriteStores } from '../_stores/stores';
import type { Caller } from './caller';
import type { Ports } from './ports/ports';
import type { Vault } from './vault';

/** The work of one transaction; it may run several times, so it touches nothing but the stores it is given. */
export type Work<T> = (tx: WriteStores) => Promise<T>;

/** What every piece of business code is given, whoever started it: a call, a callback or a timer. */
export interface Workshop {
  readonly ports: Ports;
  readonly vault: Vault;
  /** Reads outside a transaction. */
  readonly read: ReadStores;
  /** One transaction: all of it is stored or nothing. */
  readonly write: <T>(work: Work<T>) => Promise<T>;
}

/** What an operation is given: the workshop, the parsed input and who calls. */
export interface OperationContext<I> extends Workshop {
  readonly input: I;
  readonly caller: Caller;
  /**
   * One transaction under the input's request id: the first answer is kept in the same transaction and given again to
   * a repeat; another body under the same id is a conflict. Only for operations whose input has a `requestId`.
   */
  readonly once: <T>(work: Work<T>) => Promise<T>;
  /**
   * What `once` answered to this request before; undefined at the first time. For operations that prepare something
   * outside the transaction which a repeat would not find any more: uploads that were kept and removed.
   */
  readonly answered: () => Promise<{ readonly answer: unknown } | undefined>;
}

export interface Operation {
  readonly contract: Contract;
  readonly run: (context: OperationContext<unknown>) => Promise<unknown>;
}

/** Binds a contract to the code that fulfils it. The runtime has parsed the input and parses the output. */
export const operation = <C extends Contract>(
  contract: C,
  run: (context: OperationContext<ParsedInputOf<C>>) => Promise<OutputOf<C>>,
): Operation => ({ contract, run: (context) => run(context as OperationContext<ParsedInputOf<C>>) });
