/** A phone shares the link as a card: it has no address to be seen. */
export function LinkAddress(_props: { path: string }) {
  return null;
}
