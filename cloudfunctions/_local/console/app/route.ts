import { useMemo, useSyncExternalStore } from 'react';

/** Where one is: `#/data/orders?limit=20` → section `data`, rest `['orders']`, query `limit=20`. */
export interface Route {
  readonly section: string;
  readonly rest: readonly string[];
  readonly query: URLSearchParams;
}

const routeOf = (hash: string): Route => {
  const [path = '', query = ''] = hash.replace(/^#?\/?/, '').split('?', 2);
  const [section = '', ...rest] = path
    .split('/')
    .filter((part) => part !== '')
    .map(decoded);
  return { section, rest, query: new URLSearchParams(query) };
};

const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
};

/** The address of a place; empty values are left out. */
export const hrefOf = (parts: readonly string[], query: Readonly<Record<string, string>> = {}): string => {
  const kept = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== ''));
  const tail = kept.size > 0 ? `?${kept.toString()}` : '';
  return `#/${parts.map(encodeURIComponent).join('/')}${tail}`;
};

/** Goes to a place, as following a link would. */
export const goTo = (href: string): void => {
  window.location.hash = href;
};

const subscribe = (changed: () => void): (() => void) => {
  window.addEventListener('hashchange', changed);
  return () => window.removeEventListener('hashchange', changed);
};

export const useRoute = (): Route => {
  const hash = useSyncExternalStore(subscribe, () => window.location.hash);
  return useMemo(() => routeOf(hash), [hash]);
};
