import { readFileSync } from 'node:fs';
import { checkCatalogue } from './catalogue/check-catalogue';
import { demoPlans } from './demo/catalogue';

/**
 * `npm run catalogue -- check FILE`: says line and field of every fault of a catalogue file; exit 1 when there is one.
 * `npm run catalogue -- demo YEAR`: prints the demo's plans of a year as such a file.
 */
const USAGE = 'usage: npm run catalogue -- check FILE | demo YEAR';

const check = (path: string): number => {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (thrown) {
    console.error(`${path}: cannot be read (${(thrown as NodeJS.ErrnoException).code ?? String(thrown)})`);
    return 1;
  }
  const { plans, faults } = checkCatalogue(text);
  for (const { line, column, field, message } of faults) {
    console.log(`${path}:${String(line)}:${String(column)} ${field}: ${message}`);
  }
  console.log(`${String(plans.length)} plans read, ${String(faults.length)} faults`);
  return faults.length > 0 ? 1 : 0;
};

const run = ([command, argument = '']: readonly string[]): number => {
  if (command === 'check' && argument !== '') return check(argument);
  if (command === 'demo' && /^20\d{2}$/.test(argument)) {
    console.log(JSON.stringify(demoPlans(Number(argument)), null, 2));
    return 0;
  }
  console.error(USAGE);
  return 1;
};

process.exitCode = run(process.argv.slice(2));
