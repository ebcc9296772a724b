import type { ChosenSheet } from './choose-sheet';

/** The browser's side of `chooseSheet`: a file input outside the page. The path is an object URL. */
export const chooseSheet = (): Promise<ChosenSheet | undefined> =>
  new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = '.xlsx,.csv,.txt,.xls,.xlsm,.xlsb,.et,.ods,.numbers';
    input.hidden = true;
    input.dataset['purpose'] = 'sheet';
    const end = (file: File | undefined) => {
      input.remove();
      resolve(file && { path: URL.createObjectURL(file), name: file.name });
    };
    input.addEventListener('change', () => end(input.files?.[0]));
    input.addEventListener('cancel', () => end(undefined));
    document.body.append(input);
    input.click();
  });
