/** A value from the browser's address, before or after the `#`: `/?as=x#/pages/home/home` or `#/pages/home/home?as=x`. */
export const addressValue = (name: string): string | undefined => {
  const afterHash = location.hash.split('?')[1] ?? '';
  return (
    new URLSearchParams(location.search).get(name) ?? new URLSearchParams(afterHash).get(name) ?? undefined
  );
};
