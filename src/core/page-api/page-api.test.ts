import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { pageFault, pageResult, readPageRequest } from './page-api';

const schema: unknown = JSON.parse(readFileSync('src/core/page-api/page-api.schema.json', 'utf8'));

describe('what a page asks for', () => {
  it.each([
    [{ offhook: 1, method: 'offhook.status' }, { method: 'offhook.status' }],
    [
      { offhook: 1, method: 'offhook.call', params: { number: '+1 303 555 0142', extra: 1 }, id: 'x' },
      { method: 'offhook.call', number: '+1 303 555 0142' },
    ],
  ])('is understood: %j', (message, request) => {
    expect(readPageRequest(message)).toEqual({ ok: true, request });
  });

  it.each([
    [null, 'bad-request'],
    ['offhook.call', 'bad-request'],
    [{}, 'bad-request'],
    [{ offhook: '1', method: 'offhook.status' }, 'bad-request'],
    [{ offhook: 2, method: 'offhook.status' }, 'unknown-version'],
    [{ offhook: 1, method: 'offhook.directory' }, 'unknown-method'],
    [{ offhook: 1, method: '__proto__' }, 'unknown-method'],
    [{ offhook: 1, method: 'offhook.call' }, 'bad-request'],
    [{ offhook: 1, method: 'offhook.call', params: { number: 42 } }, 'bad-request'],
    [{ offhook: 1, method: 'offhook.call', params: { number: 'hello' } }, 'bad-number'],
    [{ offhook: 1, method: 'offhook.call', params: { number: '1\r\nVia: x' } }, 'bad-number'],
    [{ offhook: 1, method: 'offhook.call', params: { number: '1'.repeat(200) } }, 'bad-number'],
  ])('is refused: %j', (message, error) => {
    expect(readPageRequest(message)).toEqual({ ok: false, error });
  });
});

it('has a schema that names every error and outcome', () => {
  const written = JSON.stringify(schema);
  const named = [
    pageFault('busy'),
    pageResult({ outcome: 'declined' }),
    pageResult({ version: 1, state: 'unavailable' }),
  ];
  for (const reply of named) {
    const value = reply.ok ? Object.values(reply.result).at(-1) : reply.error;
    expect(written).toContain(`"${value}"`);
  }
});
