import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface AppJson {
  readonly pages: readonly string[];
  readonly subPackages?: readonly { readonly root: string; readonly pages: readonly string[] }[];
}

/**
 * Pages of the mini-program built in `directory`, the home page first, read anew at each call; `undefined` while nothing is
 * built there.
 */
export function miniProgramPages(directory: string | undefined): readonly string[] | undefined {
  const file = join(directory ?? '', 'app.json');
  if (directory === undefined || !existsSync(file)) return undefined;
  const { pages, subPackages = [] } = JSON.parse(readFileSync(file, 'utf8')) as AppJson;
  return [
    ...pages,
    ...subPackages.flatMap(({ root, pages: inside }) =>
      inside.map((page) => `${root.replace(/\/$/, '')}/${page}`),
    ),
  ];
}
