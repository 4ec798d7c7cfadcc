import { redact } from '../core/redaction';

type Fields = Readonly<Record<string, string | number | boolean | null | undefined>>;
type Level = 'debug' | 'info' | 'warn' | 'error';
type Sink = (line: string) => void;

let place = 'offhook';
let sink: Sink | undefined;

/** Said once by each main: which place this is, and where its lines are kept besides the console. */
export function keepLog(placeName: string, write: Sink): void {
  place = placeName;
  sink = write;
}

/**
 * info: one line for each change of transport, registration or call. warn: we recovered. error: the person noticed.
 * debug: SIP start lines. Every line is redacted before it goes anywhere.
 */
export const log = {
  debug: (message: string, fields?: Fields) => write('debug', message, fields),
  info: (message: string, fields?: Fields) => write('info', message, fields),
  warn: (message: string, fields?: Fields) => write('warn', message, fields),
  error: (message: string, fields?: Fields) => write('error', message, fields),
};

function write(level: Level, message: string, fields: Fields = {}): void {
  if (!sink) return;
  const parts = Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}=${value}`);
  const line = `${new Date().toISOString()} ${level.padEnd(5)} ${place} ${redact(message + parts.join(''))}`;
  sink(line);
  console[level](line);
}
