/** The browser's side of `showControl`: pages that lie below stay in the document, so the last one counts. */
export const showControl = async (id: string): Promise<void> => {
  const found = [...document.querySelectorAll(`#${id}`)];
  found[found.length - 1]?.scrollIntoView({ block: 'center' });
};
