import type { Colleague } from './colleague';

export type ColleaguePage = { readonly people: readonly Colleague[]; readonly nextPageUrl: string | null };

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Reads one page of the colleagues of Avaya Spaces. How a person's telephone numbers look is documented nowhere, so strings and objects
 * with a number in them are read wherever a field speaks of phones, and whatever else there is is left alone. Null when it is no page.
 */
export function readColleaguePage(document: unknown): ColleaguePage | null {
  const list = isFields(document) ? document.data : document;
  if (!Array.isArray(list)) return null;
  const next = isFields(document) ? document.nextPageUrl : undefined;
  return {
    people: list.flatMap((one: unknown) => (isFields(one) ? readColleague(one) : [])),
    nextPageUrl: typeof next === 'string' && next !== '' ? next : null,
  };
}

function readColleague(fields: Fields): Colleague[] {
  const id = textOf(fields, ['_id', 'id', 'aId', 'username']);
  const emails = valuesOf(fields, /^(username|e?mails?|email_?address(es)?)$/i, [
    'value',
    'email',
    'address',
  ]).filter((value) => value.includes('@'));
  const name = textOf(fields, ['displayname', 'displayName', 'display_name', 'name']) || composed(fields);
  const numbers = valuesOf(fields, /phone|mobile/i, [
    'value',
    'number',
    'phone',
    'phoneNumber',
    'phone_number',
  ]).filter((value) => /^[+()\d][\d\s()+./-]{1,30}$/.test(value));
  const [email = ''] = emails;
  if (id === '' || (name === '' && email === '')) return [];
  return [{ id, name: name || email, emails, numbers }];
}

function composed(fields: Fields): string {
  const given = textOf(fields, ['givenname', 'givenName', 'given_name', 'firstname']);
  const family = textOf(fields, ['familyname', 'familyName', 'family_name', 'lastname']);
  return [given, family].filter(Boolean).join(' ');
}

function textOf(fields: Fields, names: readonly string[]): string {
  for (const name of names) {
    const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (typeof value === 'string' && value.trim() !== '') return value.trim().slice(0, 200);
  }
  return '';
}

/** What the fields with such names say: texts, lists of texts, and objects that hold one under a known name. */
function valuesOf(fields: Fields, names: RegExp, inside: readonly string[]): readonly string[] {
  const found = Object.entries(fields)
    .filter(([name]) => names.test(name))
    .flatMap(([, value]) => (Array.isArray(value) ? value : [value]))
    .map((value: unknown) => (isFields(value) ? textOf(value, inside) : value));
  const texts = found.filter((value) => typeof value === 'string').map((value) => value.trim());
  return [...new Set(texts.filter(Boolean))].slice(0, 20);
}
