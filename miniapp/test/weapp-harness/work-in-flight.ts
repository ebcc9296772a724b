/** Counts what a phone is still doing, so that a test can go on when nothing more would happen by itself. */
import { setImmediate as nextTurn } from 'node:timers/promises';

export class WorkInFlight {
  private running = 0;
  private begun = 0;

  /** Notes one piece of work; call the answer when it is done. */
  begin(): () => void {
    this.running += 1;
    this.begun += 1;
    let over = false;
    return () => {
      if (!over) this.running -= 1;
      over = true;
    };
  }

  async during<T>(work: () => Promise<T>): Promise<T> {
    const end = this.begin();
    try {
      return await work();
    } finally {
      end();
    }
  }

  /** Resolves when nothing is running and nothing was begun for three turns of the event loop. */
  async idle(patienceMs = 15_000): Promise<void> {
    const deadline = performance.now() + patienceMs;
    for (let quietTurns = 0, before = this.begun; quietTurns < 3;) {
      if (performance.now() > deadline) {
        throw new Error(`The phone was still busy after ${patienceMs} ms (${this.running} at work).`);
      }
      await nextTurn();
      quietTurns = this.running === 0 && this.begun === before ? quietTurns + 1 : 0;
      before = this.begun;
    }
  }
}
