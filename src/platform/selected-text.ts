/** Runs in a web page (`scripting.executeScript`), so it can name nothing of ours: what is selected there, in a field or in the text. */
export function selectedText(): string {
  const field = document.activeElement;
  if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)
    return field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0);
  return String(getSelection() ?? '');
}
