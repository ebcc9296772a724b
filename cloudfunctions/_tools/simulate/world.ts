import type { Vault } from '../../_core/vault';
import { workshopOf, type Runtime } from '../../_core/serve';
import type { Workshop } from '../../_core/operation';
import type { DatabasePort } from '../../_core/ports/database';
import { PaymentUnavailable, type PaymentPort } from '../../_core/ports/payment';
import type { Ports } from '../../_core/ports/ports';
import type { DocumentDatabase } from '../../_local/engine/database';
import { MINUTE_MS } from '../../../shared/time/china-day';
import { Chance } from './chance';
import { createEngineDatabase } from './engine-database';
import { Process, Timeline } from './timeline';
import { PlainVault } from './plain-vault';
import { WechatMoney } from './wechat-money';

/** Monday 2 November 2026, 10:00 in China. */
const START = 1_793_584_800_000;

/** How often things go wrong, in a thousand calls. */
const FAULTS = {
  death: 6,
  databaseDown: 6,
  lostCommit: 12,
  wechatDown: 40,
  wechatLate: 25,
  wechatLost: 40,
  /** Each way: the request is long on its way, or its answer is, and the caller still waits. */
  wechatSlow: 80,
};

/** How long a slow call may take one way, milliseconds: the caller gives up only later. */
const SLOWEST_MS = 14_000;

/** How a world differs from the real one: the faults of our own that a simulation must find. */
export interface Plants {
  readonly database?: (real: DatabasePort) => DatabasePort;
  readonly payment?: (real: PaymentPort, world: World) => PaymentPort;
  /** Called instead of the real callback's handler. */
  readonly callback?: (workshop: Workshop, outTradeNo: string) => Promise<unknown>;
  /** Nobody ever looks at orders by the clock. */
  readonly withoutTimer?: boolean;
  /** WeChat's word never arrives, and no phone asks for it: no callback, no confirmation. */
  readonly unheard?: boolean;
  /** After the storm the daily bill is compared with the books. */
  readonly withBill?: boolean;
}

/** The same for all seeds. */
const VAULT = new PlainVault();

/** A part of the outside that these handlers never touch; touching it shows in the run. */
const absent = (name: string): never =>
  new Proxy<object>(
    {},
    {
      get: () => {
        throw new Error(`${name} is no part of this simulation`);
      },
    },
  ) as never;

/** One seed's world: its chance, its time, its money at WeChat, and handlers that run in it on the shared engine. */
export class World {
  readonly chance: Chance;
  readonly timeline: Timeline;
  readonly money = new WechatMoney();
  readonly vault: Vault = VAULT;
  /** Calls to the database that took effect. */
  operations = 0;
  /** False once the storm is over. */
  isStormy = true;
  /** Somebody else pays for some: their timer runs too. */
  hasRosters = false;
  /** Faults of our own code: nothing a handler may end with. */
  readonly surprises: string[] = [];

  constructor(
    seed: number,
    private readonly engine: DocumentDatabase,
    readonly plants: Plants,
  ) {
    this.chance = new Chance(seed);
    this.timeline = new Timeline(this.chance, START);
  }

  now(): number {
    return this.timeline.now();
  }

  /** Starts something that goes on by itself. */
  start(life: (process: Process) => Promise<unknown>): void {
    const process = new Process();
    life(process).catch((thrown: unknown) => this.surprises.push(textOf(thrown)));
  }

  /** Runs a handler in a function instance that may die; answers undefined when its caller hears nothing. */
  invoke<T>(handler: (runtime: Runtime) => Promise<T>): Promise<T | undefined> {
    const process = new Process();
    return new Promise((answer) => {
      process.onDeath(() => answer(undefined));
      handler(this.runtimeFor(process)).then(answer, () => answer(undefined));
    });
  }

  /** As `invoke`, for handlers that take a workshop. */
  work<T>(handler: (workshop: Workshop) => Promise<T>): Promise<T | undefined> {
    return this.invoke((runtime) => handler(workshopOf(runtime)));
  }

  /** The stores without any storm, for whoever prepares the books or looks at them at the end. */
  books(): Workshop {
    const database = createEngineDatabase(this.engine, {
      before: () => Promise.resolve(),
      after: () => Promise.resolve(),
      onDeath: () => undefined,
    });
    return workshopOf(this.runtimeWith(database, absent('payment')));
  }

  /** Whether nothing is awaited any more: no order's next look, no roster to be issued. */
  isOver(): boolean {
    const waiting = this.engine.count('orders', { nextLookAt: { $ne: null } });
    return waiting === 0 && this.engine.count('rosters', { state: { $ne: 'issued' } }) === 0;
  }

  private runtimeFor(process: Process): Runtime {
    const database = this.databaseFor(process);
    const payment = this.paymentFor(process);
    return this.runtimeWith(
      this.plants.database?.(database) ?? database,
      this.plants.payment?.(payment, this) ?? payment,
    );
  }

  private runtimeWith(database: DatabasePort, payment: PaymentPort): Runtime {
    const ports: Ports = {
      clock: { now: () => this.now() },
      database,
      payment,
      files: absent('file storage'),
      images: absent('images'),
      pdf: absent('the printer'),
      pageCodes: absent('page codes'),
      cards: absent('the card reader'),
      spreadsheets: absent('spreadsheets'),
      messages: absent('subscribe messages'),
      calendar: absent('the calendar'),
      randomBytes: (length) => this.chance.bytes(length),
    };
    const log: Runtime['log'] = ({ code, fault }) => {
      if (code === 'INTERNAL' && fault?.includes(DISTURBANCE) !== true) this.surprises.push(fault ?? code);
    };
    return { ports, vault: this.vault, log };
  }

  /** In the storm: whether something befalls this call. */
  private strikes(permille: number): boolean {
    return this.isStormy && this.chance.happens(permille);
  }

  private async dieNow(process: Process): Promise<never> {
    process.kill();
    return new Promise<never>(() => undefined);
  }

  private databaseFor(process: Process): DatabasePort {
    return createEngineDatabase(this.engine, {
      before: async () => {
        await this.timeline.turn(process);
        if (this.strikes(FAULTS.death)) await this.dieNow(process);
        if (this.strikes(FAULTS.databaseDown)) throw new Error(DISTURBANCE);
      },
      after: async (what) => {
        this.operations += 1;
        if (what !== 'commit') return;
        if (this.strikes(FAULTS.death)) await this.dieNow(process);
        if (this.strikes(FAULTS.lostCommit)) throw new Error(DISTURBANCE);
      },
      onDeath: (act) => process.onDeath(act),
    });
  }

  private paymentFor(process: Process): PaymentPort {
    const { money, timeline } = this;
    const travel = (): Promise<void> =>
      timeline.turn(process, this.strikes(FAULTS.wechatSlow) ? this.chance.between(1000, SLOWEST_MS) : 0);
    const call = async <T>(act: () => T): Promise<T> => {
      await travel();
      if (this.strikes(FAULTS.wechatDown)) throw new PaymentUnavailable('never arrived');
      if (this.strikes(FAULTS.wechatLate)) {
        this.start(async (late) => {
          await timeline.turn(late, this.chance.between(1, 4) * MINUTE_MS);
          try {
            act();
          } catch {
            // WeChat declines it; nobody listens any more.
          }
        });
        throw new PaymentUnavailable('arrives later');
      }
      const result = act();
      await travel();
      if (this.strikes(FAULTS.wechatLost)) throw new PaymentUnavailable('the answer was lost');
      return result;
    };
    return {
      open: (attempt) =>
        call(() => {
          money.open(attempt, this.now());
          const prepayId = attempt.outTradeNo;
          const params = { timeStamp: '0', nonceStr: 'n', package: `prepay_id=${prepayId}`, paySign: 's' };
          return { prepayId, params: { ...params, signType: 'RSA' as const } };
        }),
      query: (outTradeNo) => call(() => money.query(outTradeNo)),
      close: (outTradeNo) => call(() => money.close(outTradeNo)),
      refund: ({ outTradeNo, outRefundNo, refundFen }) =>
        call(() =>
          money.refund(
            { outTradeNo, outRefundNo, refundFen },
            this.isStormy ? this.chance.pick(['processing', 'success', 'closed', 'abnormal']) : 'success',
            this.now(),
          ),
        ),
      queryRefund: () => Promise.reject(new Error('no handler asks for a refund')),
      downloadBill: (day) => call(() => money.bill(day)),
      readCallback: (_headers, rawBody) =>
        Promise.resolve(JSON.parse(String(rawBody)) as Awaited<ReturnType<PaymentPort['readCallback']>>),
    };
  }
}

const DISTURBANCE = 'the database did not answer';

const textOf = (thrown: unknown): string =>
  thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
