/** Asks the person for files, from within a click or a key. None, if they think better of it. */
export function chooseFiles(accept: string, isMany: boolean): Promise<File[]> {
  return new Promise((resolve) => {
    const input = document.body.appendChild(document.createElement('input'));
    Object.assign(input, { type: 'file', accept, multiple: isMany, hidden: true });
    const end = (files: File[]): void => {
      input.remove();
      resolve(files);
    };
    input.addEventListener('change', () => end([...(input.files ?? [])]));
    input.addEventListener('cancel', () => end([]));
    input.click();
  });
}
