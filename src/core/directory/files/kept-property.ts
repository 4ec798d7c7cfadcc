import type { CardDraft, Written } from './card-property';
import type { Property } from './content-lines';

const mostOthers = 50;
const longestOther = 2_000;

/** Keeps a property that has no place in a contact as a line of version 3.0, to go out again as it came. */
export function keep(
  draft: Pick<CardDraft, 'others' | 'skipped'>,
  property: Property,
  value: string,
  { version }: Written,
): void {
  const escaped = version === '2.1' ? value.replace(/\\/g, '\\\\').replace(/,/g, '\\,') : value;
  const text = escaped.replace(/\r\n?|\n/g, '\\n');
  const line = `${property.name}${parametersOf(property)}:${text}`;
  if (line.length > longestOther || draft.others.length >= mostOthers) draft.skipped.add('too-long');
  else if (text.trim() !== '') draft.others.push(line);
}

/** Without those that tell how the value was written, since it is now written in our way. */
function parametersOf({ parameters }: Property): string {
  return parameters
    .filter(
      ([name, value]) =>
        name !== 'CHARSET' && !(name === 'ENCODING' && /quoted-printable|[78]bit/i.test(value)),
    )
    .map(([name, value]) => (name === 'ENCODING' ? ';ENCODING=b' : `;${name}=${quoted(value)}`))
    .join('');
}

function quoted(value: string): string {
  return /[;:]/.test(value) ? `"${value.replace(/"/g, "'")}"` : value.replace(/["\n]/g, "'");
}

/** Whether a line may stand in a card beside what we write ourselves: it is one property, and none that makes the card a card. */
export function isKeepable(line: string): boolean {
  return /^(?!(?:BEGIN|END|VERSION|AGENT|N|FN)[;:])[A-Z0-9-]+(?:;(?:[^";:]|"[^"]*")*)*:./.test(line);
}
