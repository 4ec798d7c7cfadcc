/** The page API, version 1 (see README.md and page-api.schema.json beside this file). */
export const pageApiVersion = 1;

export type PageRequest = { method: 'offhook.call'; number: string } | { method: 'offhook.status' };

/** `state` says whether a call could be made at this moment; numbers, names and lists of the person never leave. */
export type PageStatus = { version: typeof pageApiVersion; state: 'ready' | 'busy' | 'unavailable' };

export type PageFault =
  | 'bad-request'
  | 'unknown-version'
  | 'unknown-method'
  | 'bad-number'
  | 'not-allowed'
  | 'busy'
  | 'failed';
export type PageReply =
  | { offhook: typeof pageApiVersion; ok: true; result: PageStatus | { outcome: 'calling' | 'declined' } }
  | { offhook: typeof pageApiVersion; ok: false; error: PageFault };

export const pageResult = (result: Extract<PageReply, { ok: true }>['result']): PageReply => ({
  offhook: pageApiVersion,
  ok: true,
  result,
});
export const pageFault = (error: PageFault): PageReply => ({ offhook: pageApiVersion, ok: false, error });

export type RequestReading = { ok: true; request: PageRequest } | { ok: false; error: PageFault };

/** Reads what a page has sent. Never throws; nothing but the fields of the schema is looked at. */
export function readPageRequest(message: unknown): RequestReading {
  if (typeof message !== 'object' || message === null) return { ok: false, error: 'bad-request' };
  const version: unknown = Reflect.get(message, 'offhook');
  const method: unknown = Reflect.get(message, 'method');
  if (typeof version !== 'number' || typeof method !== 'string') return { ok: false, error: 'bad-request' };
  if (version !== pageApiVersion) return { ok: false, error: 'unknown-version' };
  if (method === 'offhook.status') return { ok: true, request: { method } };
  if (method !== 'offhook.call') return { ok: false, error: 'unknown-method' };
  const params: unknown = Reflect.get(message, 'params');
  const number: unknown =
    typeof params === 'object' && params !== null ? Reflect.get(params, 'number') : undefined;
  if (typeof number !== 'string') return { ok: false, error: 'bad-request' };
  return isSendable(number) ? { ok: true, request: { method, number } } : { ok: false, error: 'bad-number' };
}

/** Short, without line breaks, and with something to dial in it. */
const isSendable = (number: string) =>
  number.length <= 128 && /^[\x20-\x7e\u00a0-\uffff]+$/.test(number) && /[\p{Nd}*#@]/u.test(number);
