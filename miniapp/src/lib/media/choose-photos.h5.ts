/** The browser's side of `choosePhotos`: a file input outside the page. Paths are object URLs. */
export const choosePhotos = (count: number): Promise<string[]> =>
  new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = 'image/*';
    input.multiple = count > 1;
    input.hidden = true;
    input.dataset['purpose'] = 'photos';
    const end = (paths: string[]) => {
      input.remove();
      resolve(paths);
    };
    input.addEventListener('change', () =>
      end([...(input.files ?? [])].map((file) => URL.createObjectURL(file))),
    );
    input.addEventListener('cancel', () => end([]));
    document.body.append(input);
    input.click();
  });
