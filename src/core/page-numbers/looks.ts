/** How a run of digits is set, in plain ASCII: the digits of each group and the signs between them. */
export type Shape = {
  text: string;
  groups: readonly string[];
  digits: string;
  separators: readonly string[];
};

export function readShape(text: string): Shape {
  const groups = text.match(/\d+/g) ?? [];
  const separators = text
    .replace(/^[^\d]+|[^\d]+$/g, '')
    .split(/\d+/)
    .slice(1, -1);
  return { text, groups, digits: groups.join(''), separators };
}

const DAY = '(?:0?[1-9]|[12]\\d|3[01])';
const MONTH = '(?:0?[1-9]|1[0-2])';
const YEAR = '(?:19|20)\\d\\d';
const dates = [
  `${YEAR}([-./])${MONTH}\\1${DAY}`,
  `${DAY}([-./])\\s?${MONTH}\\1\\s?(?:${YEAR}|\\d\\d)`,
  `${MONTH}([-./])${DAY}\\1(?:${YEAR}|\\d\\d)`,
].map((date) => new RegExp(`(?<![\\d.])${date}(?![\\d]|[-./]\\d)`));
const years = new RegExp(`^\\s*\\(?${YEAR}(?:\\s?[-/\u2010-\u2015 ]\\s?${YEAR})+\\)?\\s*$`);
const compactDate = new RegExp(
  `^${YEAR}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])(?:[01]\\d|2[0-3])?(?:[0-5]\\d){0,2}$`,
);

export const isDate = ({ text }: Shape): boolean =>
  dates.some((date) => date.test(text)) || years.test(text) || compactDate.test(text);

/** IPv4 addresses and versions: dots alone, and groups of one or two digits that no telephone number has in the middle. */
export const isAddressOrVersion = ({ text, groups, separators }: Shape): boolean =>
  (separators.length >= 2 &&
    separators.every((sign) => sign === '.') &&
    groups.length === 4 &&
    groups.every((group) => Number(group) <= 255 && group.length <= 3) &&
    !text.startsWith('0')) ||
  /^\d{1,2}\.\d{1,2}\.\d{4,6}\.\d{1,5}$/.test(text);

/** "1 234 567", "12.345.678": thousands, unless a plan writes its numbers so. */
export const isThousands = ({ groups, separators, digits }: Shape): boolean =>
  groups.length >= 2 &&
  !digits.startsWith('0') &&
  (groups[0]?.length ?? 0) <= 3 &&
  groups.slice(1).every((group) => group.length === 3) &&
  new Set(separators).size === 1 &&
  /^[\s.]$/.test(separators[0] ?? '');

export const isDecimal = ({ groups, separators }: Shape): boolean =>
  groups.length === 2 && separators[0] === '.' && !/^0\d/.test(groups[0] ?? '');

/** Payment cards as they are embossed, and anything of more digits than E.164 allows. */
export const isCard = ({ groups, digits }: Shape): boolean =>
  digits.length > 15 || /^(?:4,4,4,[1-4]|4,6,[45])$/.test(groups.map((group) => group.length).join());

/** Book numbers, part numbers: a digit standing alone where no plan sets one. */
export function hasLoneDigits({ groups, digits }: Shape): boolean {
  return groups.some((group, at) => {
    if (group.length > 1) return false;
    if (at === 0) return !/^[0178+]/.test(digits);
    // "-0" is the switchboard behind a German or Austrian number.
    return at < groups.length - 1 || !(digits.startsWith('0') && group === '0');
  });
}

/** Brazilian and American numbers of persons, companies and books. */
export const isRegistration = ({ text }: Shape): boolean =>
  /^(?:\d{3}\.\d{3}\.\d{3}-\d\d|\d{2}\.\d{3}\.\d{3}\/\d{4}-\d\d|\d{3}-\d{2}-\d{4}|97[89]-?\d{1,5}-\d+-\d+-\d)$/.test(
    text.trim(),
  );
