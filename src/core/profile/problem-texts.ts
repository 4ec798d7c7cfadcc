/**
 * Every sentence about a bad document, in English, the source for translations.
 *
 * `$name$` is filled from the problem's `args`. A translation looks for `code`, `code_expected` and `code_fix`.
 */
export type ProblemText = {
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly expected: string;
  /** Label of the button that mends it, for problems that can have a fix. */
  readonly fix?: string;
};

const error = (message: string, expected: string, fix?: string): ProblemText => ({
  severity: 'error',
  message,
  expected,
  ...(fix === undefined ? {} : { fix }),
});

const warning = (message: string, expected: string, fix?: string): ProblemText => ({
  ...error(message, expected, fix),
  severity: 'warning',
});

const wholeDocument = {
  empty: error('There is nothing in this document.', 'a server profile in JSON'),
  tooBig: error('This is $size$ MB; a server profile has at most 1 MB.', 'at most 1 MB'),
  html: error(
    'This is a web page, perhaps the sign-in page of the portal, saved by mistake.',
    'a server profile in JSON',
  ),
  notJson: error('This is not JSON.', 'a document that begins with {'),
  notUtf8: warning(
    'The file is not UTF-8; it was read as windows-1252, so letters with accents may be wrong.',
    'a file in UTF-8',
  ),
  settingsFile: error(
    'This is a 46xxsettings.txt, not a server profile. Open it as a settings file.',
    'a server profile in JSON',
  ),
  settingsFileList: error(
    'This document only leads to settings files. Open the address that it names.',
    'a server profile in JSON',
  ),
  publicKey: error(
    'This is the public key of an Aura Web Gateway. It belongs in the accounts portal, under the settings of Spaces; the phone does not need it.',
    'a server profile in JSON',
  ),
  tooDeep: error('Nothing in a server profile is nested this deep.', 'at most $limit$ levels'),
  tooManyValues: error('No server profile has more than $limit$ values.', 'at most $limit$ values'),
  tooManyServers: error('Nobody can pick from more than $limit$ servers.', 'at most $limit$ servers'),
  tooMany: error('There are more problems than the $limit$ shown. Mend these first.', 'fewer problems'),
  bracesMissing: error('The braces around the document are missing.', '{ … }', 'Put braces around it'),
  afterEnd: error('The document has ended, but there is more text.', 'nothing after the last }'),
  rootNotObject: error('A server profile is an object in braces.', '{ … }'),
  rootKeyMissing: error(
    'There is neither IP_Office_Server_Profile nor Aura_Web_Gateway_Server_Profile.',
    'IP_Office_Server_Profile or Aura_Web_Gateway_Server_Profile',
  ),
} as const;

const settingsFile = {
  notSettings: error('This is not a 46xxsettings.txt.', 'lines such as SET SIPDOMAIN example.com'),
  settingsLine: warning(
    'This line is not understood; a telephone takes it for a comment.',
    'SET, IF, GOTO, GET or #',
  ),
  settingsValue: warning('$field$ cannot be “$value$”; it is ignored.', '$wanted$'),
  settingsLabel: warning('There is no line “# $label$”; the rest of the file is ignored.', '# $label$'),
  settingsGet: warning(
    '$file$ could not be fetched; the file goes on without it.',
    'a file in the same folder',
  ),
  settingsEndless: error('The file goes in circles.', 'an end'),
  settingsLong: error('Nothing after line $limit$ is read.', 'at most $limit$ lines'),
  settingsNoServer: error(
    'Nothing names a server: no SIP_CONTROLLER_LIST is reached as model $model$.',
    'SET SIP_CONTROLLER_LIST',
  ),
  settingsListUrl: error('The address of a settings file is https:.', 'https://…'),
} as const;

const writing = {
  byteOrderMark: error('The file begins with a byte order mark.', 'a { first', 'Remove the mark'),
  oddSpace: error('This is not an ordinary space ($name$).', 'an ordinary space', 'Use ordinary spaces'),
  comment: error('JSON has no comments.', 'no comment', 'Remove the comment'),
  unclosedComment: error('A comment begins here and never ends.', 'no comment'),
  quotes: error('JSON has straight quotes only.', 'straight quotes "', 'Use straight quotes'),
  singleQuotes: error('JSON has double quotes only.', 'double quotes "', 'Use double quotes'),
  unclosedText: error('The closing quote is missing.', '" at the end of the text', 'Close the quotes'),
  badEscape: error('After a backslash JSON has only " \\ / b f n r t u.', 'two backslashes for one'),
  controlCharacter: error(
    'A tab or control character cannot be in quotes.',
    'an escape',
    'Write it as an escape',
  ),
  bareKey: error('The name of a field is in quotes.', '"$key$"', 'Put it in quotes'),
  bareText: error('Text is in quotes.', '"$value$"', 'Put it in quotes'),
  commaMissing: error('A comma is missing here.', 'a comma', 'Add the comma'),
  commaExtra: error('There is a comma too many.', 'no comma', 'Remove the comma'),
  colonMissing: error('A colon is missing after the name of the field.', 'a colon', 'Add the colon'),
  separator: error('“$found$” cannot be here.', '$wanted$', 'Write $wanted$'),
  valueMissing: error('The value is missing.', 'a value'),
  keyMissing: error('There is a value without the name of its field.', 'a field name in quotes'),
  unexpected: error('This cannot be here.', 'a field in quotes, a comma or a bracket'),
  closerMissing: error('$wanted$ is missing here.', '$wanted$', 'Add $wanted$'),
  closerExtra: error('There is a bracket too many.', 'no bracket', 'Remove it'),
} as const;

const structure = {
  duplicateKey: error('$key$ is written twice (first in line $line$).', '$key$ once', 'Remove the second'),
  forbiddenKey: error('No field can be called $key$.', 'a field of a server profile', 'Remove it'),
  didYouMean: error('There is no “$key$”. Did you mean $meant$?', '$meant$', 'Write $meant$'),
  unknownKey: warning('There is no field $key$; it is ignored.', 'a field of a server profile'),
  listExpected: error('$key$ is a list, in square brackets.', '[ … ]', 'Put it in square brackets'),
  listEmpty: error('The list has no server.', 'at least one server'),
  profileNotObject: error('Each server is an object in braces.', '{ … }'),
  missing: error('$field$ is missing.', '$field$'),
  emptyText: error('$field$ is empty.', 'a text'),
  nameLong: warning(
    'The name has $length$ characters; the manual says $limit$ at most.',
    'at most $limit$ characters',
  ),
  nameTwice: error('Two servers are called “$name$” (first in line $line$).', 'a name of its own'),
  gatewayTwice: warning('This gateway is there twice.', 'another gateway'),
  turnCredentials: warning(
    'A relay needs TURNUser and TURNPassword; without both it is not used.',
    'TURNUser and TURNPassword',
  ),
} as const;

const values = {
  wrongText: error('$field$ is a text in quotes.', 'a text in quotes'),
  tooLong: error('$field$ is too long.', 'at most $limit$ characters'),
  wrongFlag: error('$field$ is true or false.', 'true or false'),
  quotedFlag: error('true and false are written without quotes.', '$meant$', 'Write $meant$'),
  translatedFlag: error('true and false are English and in small letters.', '$meant$', 'Write $meant$'),
  nullValue: error(
    'null says nothing. Leave the field out.',
    'a value, or no such field',
    'Remove the field',
  ),
  listForText: error('$field$ is one text with commas, not a list.', '"$value$"', 'Write it with commas'),
  addressSpace: error('An address has no spaces.', 'an address without spaces', 'Remove the spaces'),
  addressScheme: error('The phone speaks wss:, not $scheme$:.', 'a host name or wss://…', 'Write $value$'),
  addressPlain: error(
    'ws: sends passwords and calls in the clear, so it is for this computer only (localhost, 127.0.0.1, ::1).',
    'wss://…',
  ),
  addressCredentials: error(
    'No user name or password belongs in an address: everyone who reads it has them.',
    'an address without @',
    'Remove them',
  ),
  addressPath: error('A path needs the whole address before it.', '$value$', 'Write $value$'),
  addressFragment: error('A WebSocket address has no #.', 'an address without #', 'Remove it'),
  addressInvalid: error(
    'This is not an address of a server.',
    'a host name, host:port or wss://host:port/path',
  ),
  hostInvalid: error(
    '$field$ is the name of a server, without anything else.',
    'a host name',
    'Write $value$',
  ),
  portInvalid: error('A port is a number from 1 to 65535.', '1 to 65535', 'Write $value$'),
  pathInvalid: error('A path begins with / and has no spaces.', 'such as /ws', 'Write $value$'),
  transportInvalid: error('TURNTransport is udp, tcp or tls.', 'udp, tcp or tls'),
  prefixInvalid: error('A prefix has digits, * and # only.', 'digits, * and #', 'Write $value$'),
  numberInvalid: error('A telephone number has digits, * and # only.', 'digits, * and #', 'Write $value$'),
  listSeparator: error('The numbers are separated by commas.', 'commas', 'Write $value$'),
  listBlank: error('There is a blank in the list.', 'commas without blanks', 'Write $value$'),
  listGap: error('Between two commas there is nothing.', 'a number between commas', 'Write $value$'),
  listLetter: error('“$item$” is not a number.', 'digits only', 'Write $value$'),
  listDuplicate: error('$item$ is in the list twice.', 'each number once', 'Write $value$'),
  lengthRange: error('Lengths are listed one by one.', 'lengths with commas', 'Write $value$'),
  lengthImpossible: error('No number has $item$ digits.', '$least$ to 15'),
  areaCodeTrunk: warning(
    'The area code is written with its trunk prefix; taken as $value$.',
    'the code without $prefix$',
    'Write $value$',
  ),
  countryCodePrefix: warning('Taken as country code $value$.', 'the code without $prefix$', 'Write $value$'),
  countryCodeInvalid: error(
    'A country code has one to three digits.',
    'such as 1, 44 or 49',
    'Write $value$',
  ),
  countryCodeUnknown: warning('No country has the code $value$.', 'such as 1, 44 or 49'),
} as const;

export const PROBLEM_TEXTS = {
  ...wholeDocument,
  ...settingsFile,
  ...writing,
  ...structure,
  ...values,
} as const;

export type ProblemCode = keyof typeof PROBLEM_TEXTS;

/** Fills `$name$` from `args`; a name that is not there stays as it is. */
export function fillText(template: string, args: Readonly<Record<string, string>>): string {
  return template.replace(/\$(\w+)\$/g, (whole, name: string) =>
    Object.hasOwn(args, name) ? (args[name] ?? whole) : whole,
  );
}
