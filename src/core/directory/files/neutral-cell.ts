/**
 * A spreadsheet runs a cell that begins with one of these. An apostrophe in front makes it text, and a cell that begins with apostrophes
 * and one of these gets one more, so that taking one away gives every cell back.
 */
const dangerous = /^'*[=+\-@\t\r＝＋－＠]/;

export function neutralise(cell: string): string {
  return dangerous.test(cell) ? `'${cell}` : cell;
}

/** Takes back what `neutralise`, or any program with the same habit, has done. */
export function takeBack(cell: string): string {
  return cell.startsWith("'") && dangerous.test(cell) ? cell.slice(1) : cell;
}
