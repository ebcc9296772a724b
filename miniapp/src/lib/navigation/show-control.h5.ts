/** Frames to wait for a page that comes back to be drawn again. */
const PATIENCE = 60;

const nextFrame = () => new Promise<void>((resolve) => requestAnimationFrame(() => resolve()));

/** The browser's side of `showControl`: pages that lie below stay in the document, not drawn. */
export const showControl = async (id: string): Promise<void> => {
  for (let frame = 0; frame < PATIENCE; frame += 1) {
    const drawn = [...document.querySelectorAll(`#${id}`)].find((found) => found.getClientRects().length > 0);
    if (drawn !== undefined) {
      drawn.scrollIntoView({ block: 'center' });
      return;
    }
    await nextFrame();
  }
};
