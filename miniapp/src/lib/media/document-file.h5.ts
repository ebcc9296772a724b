import type { DocumentFile } from './document-file';

const asFile = async ({ url, fileName }: DocumentFile): Promise<File> => {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`download answered ${String(answer.status)}`);
  const blob = await answer.blob();
  return new File([blob], fileName, { type: blob.type });
};

const keep = (file: File): void => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = file.name;
  link.click();
  URL.revokeObjectURL(link.href);
};

/** The browser keeps the file. */
export const openDocument = async (document: DocumentFile): Promise<void> => keep(await asFile(document));

/** The browser's own way to pass a file on; where it has none, it keeps the file. */
export const forwardDocument = async (document: DocumentFile): Promise<void> => {
  const file = await asFile(document);
  if (!('canShare' in navigator) || !navigator.canShare({ files: [file] })) {
    keep(file);
    return;
  }
  await navigator.share({ files: [file] }).catch(() => {
    // They went back without choosing anybody.
  });
};
