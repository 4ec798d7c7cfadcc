import type { CallRecord } from '../call-record';

/** What the list shows of a call and finds it by; the rest is read when somebody looks at that one. */
export type CallLine = Pick<
  CallRecord,
  | 'id'
  | 'direction'
  | 'typed'
  | 'sent'
  | 'asTyped'
  | 'displayName'
  | 'startedAt'
  | 'answeredAt'
  | 'endedAt'
  | 'outcome'
  | 'cause'
  | 'isRecorded'
  | 'note'
>;

// The same few people call again and again.
const texts = new Map<string, string>();
const mostTexts = 20_000;

/** The line of a record, with each text that others have too in memory once: a hundred thousand of them weigh a fifth of their records. */
export function toCallLine(record: CallRecord): CallLine {
  const { id, direction, outcome, cause, startedAt, answeredAt, endedAt, asTyped, isRecorded, note } = record;
  return {
    id,
    direction: direction === 'inbound' ? 'inbound' : 'outbound',
    typed: once(record.typed),
    sent: once(record.sent),
    displayName: once(record.displayName),
    startedAt,
    answeredAt,
    endedAt,
    outcome: once(outcome),
    cause: cause && once(cause),
    note: once(note),
    ...(asTyped && { asTyped }),
    ...(isRecorded && { isRecorded }),
  };
}

function once<T extends string>(text: T): T {
  const known = texts.get(text);
  if (known !== undefined) return known as T;
  if (texts.size >= mostTexts) texts.clear();
  texts.set(text, text);
  return text;
}
