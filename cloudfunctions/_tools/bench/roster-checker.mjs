/**
 * A function's process for `npm run bench`: loads the deployed bundle `staff` and takes a roster through it as a phone
 * would, upload and check. Arguments: the bundle, then the input of `uploadRoster` as JSON; the environment is that of a
 * function. Prints `{seconds, peakMegabytes, uploadSeconds, calls, counts}`.
 */
import { createRequire } from 'node:module';

const [bundle, input] = process.argv.slice(2);
const { main } = createRequire(import.meta.url)(bundle);

const ask = async (name, body) => {
  const reply = await main({ name, input: body }, { request_id: 'bench' });
  if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.error)}`);
  return reply.data;
};

console.log = () => undefined;
const started = performance.now();
const seconds = () => (performance.now() - started) / 1000;
let { roster } = await ask('uploadRoster', JSON.parse(input));
const uploadSeconds = seconds();
let calls = 0;
while (roster.state === 'checking') {
  calls += 1;
  ({ roster } = await ask('checkRoster', { rosterId: roster.id }));
}
const { counts } = roster;
// Linux and Windows tell kilobytes, macOS bytes; both through libuv as kilobytes.
const peakMegabytes = process.resourceUsage().maxRSS / 1024;
process.stdout.write(JSON.stringify({ seconds: seconds(), uploadSeconds, peakMegabytes, calls, counts }));
