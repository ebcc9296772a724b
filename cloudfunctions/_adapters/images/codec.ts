import { readFileSync } from 'node:fs';

/** What a decoder of @jsquash is started with. */
const startOptions = (file: string, warn: (words: string) => void) => ({
  instantiateWasm: (
    imports: WebAssembly.Imports,
    started: (instance: WebAssembly.Module) => void,
  ): WebAssembly.Exports => {
    const instance = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(file)), imports);
    // Its types say module; the code takes the instance.
    started(instance);
    return instance.exports;
  },
  print: warn,
  printErr: warn,
});

/** What @jsquash makes of a codec: started with options, it gives the codec with its memory. */
export type Factory<C> = (options: ReturnType<typeof startOptions>) => Promise<C>;

/**
 * A codec that is started at its first use and used again, so that its memory is taken once; after a failure it is
 * started anew, because it may have stopped half way.
 *
 * @param file of the WebAssembly.
 * @returns runs the work with the codec, and what it complained of meanwhile.
 */
export const codec = <C>(factory: Factory<C>, file: string) => {
  let complaints: string[] = [];
  let running: Promise<C> | undefined;
  const start = (): Promise<C> => factory(startOptions(file, (words) => complaints.push(words)));
  return async () => {
    const started = await (running ??= start());
    return <T>(work: (codec: C) => T): { readonly done: T; readonly complaints: readonly string[] } => {
      complaints = [];
      try {
        return { done: work(started), complaints };
      } catch (thrown) {
        running = undefined;
        throw thrown;
      }
    };
  };
};

/** The bytes alone in memory of their own. */
export const aloneIn = (bytes: Buffer): ArrayBuffer => Uint8Array.from(bytes).buffer;
