/** Offers a text as a file to save. */
export function saveText(
  name: string,
  content: string,
  type: 'text/plain' | 'text/csv' | 'application/json',
): void {
  saveFile(name, new Blob([content], { type: `${type};charset=utf-8` }));
}

export function saveFile(name: string, file: Blob): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
