import type { ColumnField } from '../core/directory/files/csv-headers';
import type { FileProblem, Refusal, SkipReason } from '../core/directory/files/file-report';
import { type TextKey, text } from '../ui/text';

const problems: Readonly<Record<FileProblem, TextKey>> = {
  empty: 'fileEmpty',
  'too-large': 'fileTooLarge',
  binary: 'fileBinary',
  'unclosed-quote': 'fileUnclosedQuote',
  'line-too-long': 'fileLineTooLong',
  'too-many-columns': 'fileTooManyColumns',
  'too-many-contacts': 'fileTooManyContacts',
  'no-contacts': 'fileNoContacts',
  'not-readable': 'fileNotReadable',
};

/** Why nothing of a file can be imported. */
export function refusalSentence({ why, line }: Refusal): string {
  return text(problems[why], line === undefined ? '' : line.toLocaleString());
}

const reasons: Readonly<Record<SkipReason, TextKey>> = {
  'nothing-in-it': 'skippedNothingInIt',
  'already-there': 'skippedAlreadyThere',
  'unfinished-card': 'skippedUnfinishedCard',
  'too-long': 'skippedTooLong',
  'picture-too-large': 'skippedPictureTooLarge',
  'picture-not-understood': 'skippedPictureNotUnderstood',
  'line-not-understood': 'skippedLineNotUnderstood',
};

/** Why one of a file, or a part of one, was not imported. */
export function skipSentence(why: SkipReason): string {
  return text(reasons[why]);
}

const fields: Readonly<Record<ColumnField, TextKey>> = {
  ignore: 'fieldIgnore',
  noteLine: 'fieldNoteLine',
  fullName: 'fieldFullName',
  firstName: 'firstName',
  middleName: 'middleName',
  lastName: 'lastName',
  prefix: 'namePrefix',
  suffix: 'nameSuffix',
  company: 'company',
  email: 'email',
  workNumber: 'fieldWorkNumber',
  mobileNumber: 'fieldMobileNumber',
  homeNumber: 'fieldHomeNumber',
  sipNumber: 'kindSip',
  otherNumber: 'fieldOtherNumber',
  numberLabel: 'fieldNumberLabel',
  labelledNumber: 'fieldLabelledNumber',
  note: 'note',
  favourite: 'favourite',
  labels: 'fieldLabels',
  language: 'language',
  street: 'street',
  city: 'city',
  region: 'region',
  postal: 'postal',
  country: 'country',
  picture: 'fieldPicture',
  others: 'fieldOthers',
};

/** What a column of a table is, in a word or two. */
export function fieldWord(field: ColumnField): string {
  return text(fields[field]);
}
