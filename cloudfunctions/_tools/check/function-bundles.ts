/** Checks the bundles that would be deployed: entries small enough, nothing native, nothing local. */
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Findings } from './weapp-package';

const entryLimit = 1.1 * 1024 * 1024;
const inKilobytes = (bytes: number) => `${(bytes / 1024).toFixed(0)} KB`;

export function functionFaults(folder: string): Findings {
  const names = existsSync(folder)
    ? readdirSync(folder).filter((name) => existsSync(path.join(folder, name, 'index.js')))
    : [];
  const faults: string[] = names.length === 0 ? [`${folder} holds no function`] : [];
  const sizes: string[] = [];
  for (const name of names.sort()) {
    const files = readdirSync(path.join(folder, name), { recursive: true, encoding: 'utf8' }).filter((file) =>
      statSync(path.join(folder, name, file)).isFile(),
    );
    const sizeOf = (file: string) => statSync(path.join(folder, name, file)).size;
    const entry = sizeOf('index.js');
    const lazy = files.filter((file) => file !== 'index.js').reduce((sum, file) => sum + sizeOf(file), 0);
    sizes.push(`function ${name}: entry ${inKilobytes(entry)}, loaded when asked for ${inKilobytes(lazy)}`);
    if (entry > entryLimit) faults.push(`${name}/index.js ${entry} bytes > ${entryLimit}`);
    for (const file of files) {
      if (file.endsWith('.node')) faults.push(`${name}/${file} is a native module`);
      if (file.endsWith('.js') && readFileSync(path.join(folder, name, file), 'utf8').includes('/_local/')) {
        faults.push(`${name}/${file} holds /_local/`);
      }
    }
  }
  return { faults, sizes };
}
