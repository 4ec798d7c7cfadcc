/** A problem's sentences in another language, with the same `$placeholders$` as the English ones. */
export type ProblemWords = { readonly message: string; readonly expected: string; readonly fix?: string };

export function words(message: string, expected: string, fix?: string): ProblemWords {
  return fix === undefined ? { message, expected } : { message, expected, fix };
}
