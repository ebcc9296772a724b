import { useLive } from '../live';

/** A member of the cast, as `GET /_local/identities` answers. */
export interface Person {
  readonly openid: string;
  readonly name: string;
  readonly role: string;
  readonly note: string;
}

/** The cast; empty until it is loaded. */
export const usePeople = (): readonly Person[] => useLive<readonly Person[]>('/_local/identities').data ?? [];

/** Who has this openid, otherwise the openid itself. */
export const nameIn = (people: readonly Person[], openid: string): string =>
  people.find((person) => person.openid === openid)?.name ?? openid;

export const Initial = ({ name }: { readonly name: string }) => (
  <span className="initial" aria-hidden="true">
    {name.slice(0, 1)}
  </span>
);
