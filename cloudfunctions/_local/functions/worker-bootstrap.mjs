/**
 * Runs one function instance inside a worker thread: loads the deployed bundle, gives every call a fresh environment
 * and the local cloud's time, and answers with the result as JSON text, what the call left running, and an end of its
 * own when it takes more memory than it may.
 *
 * Messages in: `{call, event, context, environment, clockOffsetMs}`; out: `{call, text, left}`, `{call, error}` or
 * `{call, memoryMb}`. Call 0 is the loading of the bundle.
 */
import { createRequire } from 'node:module';
import { getHeapStatistics } from 'node:v8';
import { parentPort, workerData } from 'node:worker_threads';
import { leftovers } from './leftovers.mjs';

const MB = 1024 * 1024;
const MEMORY_CHECK_MS = 50;

const require = createRequire(import.meta.url);
const RealDate = Date;
let { clockOffsetMs } = workerData;

/** The machine's Date, moved by the offset where it asks for the present. */
function LocalDate(...parts) {
  if (new.target === undefined) return new LocalDate().toString();
  const target = new.target === LocalDate ? RealDate : new.target;
  return parts.length === 0
    ? Reflect.construct(RealDate, [LocalDate.now()], target)
    : Reflect.construct(RealDate, parts, target);
}
LocalDate.prototype = RealDate.prototype;
LocalDate.prototype.constructor = LocalDate;
LocalDate.now = () => RealDate.now() + clockOffsetMs;
LocalDate.UTC = RealDate.UTC;
LocalDate.parse = RealDate.parse;
globalThis.Date = LocalDate;

const baseEnvironment = { ...process.env };
let main;
let current = 0;

function setEnvironment(own) {
  const wanted = { ...baseEnvironment, ...own };
  for (const key of Object.keys(process.env)) if (!(key in wanted)) delete process.env[key];
  Object.assign(process.env, wanted);
}

/** What the thread's limit on its heap does not see: buffers lie outside of it. */
function memoryTaken() {
  const { used_heap_size: heap, external_memory: outside } = getHeapStatistics();
  return (heap + outside) / MB;
}

function isOverMemory() {
  const memoryMb = memoryTaken();
  if (memoryMb <= workerData.memoryMb) return false;
  parentPort.postMessage({ call: current, memoryMb });
  return true;
}
setInterval(isOverMemory, MEMORY_CHECK_MS).unref();

async function run({ event, context, environment, clockOffsetMs: offset }) {
  clockOffsetMs = offset;
  setEnvironment(environment);
  const result = await main(event, context);
  return JSON.stringify(result) ?? 'null';
}

async function answer(call, work) {
  current = call;
  const leftBehind = leftovers();
  try {
    const text = await work();
    const left = await leftBehind();
    if (!isOverMemory()) parentPort.postMessage({ call, text, left });
  } catch (error) {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    parentPort.postMessage({ call, error: text });
  }
}

parentPort.on('message', (message) => answer(message.call, () => run(message)));

await answer(0, () => {
  ({ main } = require(workerData.entry));
  if (typeof main !== 'function') throw new TypeError('the bundle exports no function `main`');
  return 'loaded';
});
