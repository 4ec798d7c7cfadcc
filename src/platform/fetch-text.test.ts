import { createServer, type RequestListener, type Server } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterEach, expect, it } from 'vitest';
import type { KeptTexts } from '../core/settings/address';
import { mostBytes } from '../core/settings/address';
import { makeFetcher } from './fetch-text';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
});

/** A web server on this machine; its address, without a slash at the end. */
async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
}

const granted = () => true;
const anywhere = { staysOnHost: false };
const fetchOnce = (url: string, known: KeptTexts = {}) =>
  makeFetcher(known, granted).fetchText(url, anywhere);

it('fetches a text, in whatever encoding it is, and sends nothing of the person along', async () => {
  let headers: object = {};
  const url = await serve((request, response) => {
    headers = request.headers;
    response.end(Buffer.from('\ufeffZürich', 'utf16le'));
  });
  expect(await fetchOnce(`${url}/a.json`)).toEqual({ ok: true, text: '\ufeffZürich' });
  expect(headers).not.toHaveProperty('cookie');
  expect(headers).not.toHaveProperty('referer');
});

it('asks by ETag for what it has, and is content with 304', async () => {
  const asked: (string | undefined)[] = [];
  const url = await serve((request, response) => {
    asked.push(request.headers['if-none-match']);
    const isKnown = request.headers['if-none-match'] === '"1"';
    response.writeHead(isKnown ? 304 : 200, { ETag: '"1"' }).end(isKnown ? '' : 'text');
  });
  const first = makeFetcher({}, granted);
  expect(await first.fetchText(url, anywhere)).toEqual({ ok: true, text: 'text' });
  const second = makeFetcher(first.kept(), granted);
  expect(await second.fetchText(url, anywhere)).toEqual({ ok: true, text: 'text' });
  expect(second.kept()).toEqual(first.kept());
  const withoutLeave = makeFetcher(first.kept(), () => false);
  expect(await withoutLeave.fetchText(url, anywhere)).toEqual({ ok: true, text: 'text' });
  expect(asked).toEqual([undefined, '"1"', undefined]);
});

it('takes the new text when the ETag is another one', async () => {
  const url = await serve((_, response) => response.setHeader('ETag', '"2"').end('new'));
  const fetcher = makeFetcher({ [url]: { etag: '"1"', text: 'old' } }, granted);
  expect(await fetcher.fetchText(url, anywhere)).toEqual({ ok: true, text: 'new' });
  expect(fetcher.kept()).toEqual({ [url]: { etag: '"2"', text: 'new' } });
});

it('tells what a server says instead', async () => {
  const url = await serve((_, response) => response.writeHead(503).end('later'));
  expect(await fetchOnce(url)).toEqual({ ok: false, why: 'status', status: 503 });
});

it('tells that nobody is there', async () => {
  const url = await serve(() => {});
  servers.splice(0)[0]?.close();
  expect(await fetchOnce(url)).toEqual({ ok: false, why: 'unreachable' });
});

it.each<[string, RequestListener]>([
  ['a text that is too long', (_, response) => response.end(Buffer.alloc(mostBytes + 1, 'a'))],
  [
    'a text that is short only on its way',
    (_, response) =>
      response.setHeader('Content-Encoding', 'gzip').end(gzipSync(Buffer.alloc(mostBytes * 8, 'a'))),
  ],
])('refuses %s', async (_, listener) => {
  expect(await fetchOnce(await serve(listener))).toEqual({ ok: false, why: 'too-big' });
});

it('takes a text that is just short enough', async () => {
  const url = await serve((_, response) => response.end(Buffer.alloc(mostBytes, 'a')));
  expect(await fetchOnce(url)).toMatchObject({ ok: true });
});

it.each<[string, RequestListener]>([
  ['says nothing', () => {}],
  ['begins and does not end', (_, response) => void response.write('begin')],
])('does not wait for a server that %s', async (_, listener) => {
  const fetcher = makeFetcher({}, granted, 150);
  expect(await fetcher.fetchText(await serve(listener), anywhere)).toEqual({ ok: false, why: 'timeout' });
});

it('follows a redirection, but not where it has to stay on the host', async () => {
  let hits = 0;
  const other = await serve((_, response) => {
    hits += 1;
    response.end('there');
  });
  const url = await serve((_, response) => response.writeHead(302, { Location: other }).end());
  expect(await fetchOnce(url)).toEqual({ ok: true, text: 'there' });
  const fetched = await makeFetcher({}, granted).fetchText(url, { staysOnHost: true });
  expect(fetched).toEqual({ ok: false, why: 'unreachable' });
  expect(hits).toBe(1);
});
