/** Copies the pictures that the READMEs show from what the journey took to where they are kept. */
import { copyFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const taken = path.resolve(here, '../../.artifacts/screens');
const kept = path.join(here, 'pictures');

mkdirSync(kept, { recursive: true });
for (const name of ['home-covered', 'plans', 'claim-progress']) {
  copyFileSync(path.join(taken, `${name}.png`), path.join(kept, `${name}.png`));
  console.log(`kept ${name}.png`);
}
