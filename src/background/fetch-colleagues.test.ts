import { createServer, type IncomingMessage, type Server } from 'node:http';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fetchColleagues } from './fetch-colleagues';

/** Answers as the documentation of Spaces says: pages of a few people, each with the address of the next. */
let server: Server;
let address: string;
let asked: string[];
let answer: (url: URL, request: IncomingMessage) => { status?: number; body: unknown };

const everybody = [
  {
    _id: '1',
    displayname: 'María Müller',
    username: 'maria@example.com',
    phone_numbers: ['+49 371 5550123'],
  },
  {
    _id: '2',
    givenname: 'Jo',
    familyname: 'Doe',
    emails: [{ value: 'jo@example.com' }],
    phone: { number: '201', type: 'work' },
  },
  {
    _id: '3',
    displayname: 'No Phone',
    phone_numbers: [{ country: 'DE' }, 17, null, 'call me maybe'],
    settings: { phone: { x: 1 } },
  },
  { displayname: 'Nobody without an id' },
  'rubbish',
];

beforeEach(async () => {
  asked = [];
  answer = (url) => {
    const page = Number(url.searchParams.get('page'));
    const size = 2;
    const nextPageUrl =
      page * size < everybody.length
        ? `/api/users/me/colleagues?search=${url.searchParams.get('search')}&size=${size}&page=${page + 1}`
        : null;
    return {
      body: { data: everybody.slice((page - 1) * size, page * size), total: everybody.length, nextPageUrl },
    };
  };
  server = createServer((request, response) => {
    const url = new URL(request.url ?? '', address);
    asked.push(`${request.headers.authorization} ${url.pathname}${url.search}`);
    const { status = 200, body } = answer(url, request);
    response.writeHead(status, { 'Content-Type': 'application/json' });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const place = server.address();
  address = `http://127.0.0.1:${typeof place === 'object' ? place?.port : ''}`;
});

afterEach(() => new Promise((resolve) => server.close(resolve)));

it('asks for page after page, with the token, until there is no next one', async () => {
  const found = await fetchColleagues(address, 'token-1', 'mü');
  expect(asked).toEqual([
    'Bearer token-1 /api/users/me/colleagues?search=m%C3%BC&size=50&page=1',
    'Bearer token-1 /api/users/me/colleagues?search=m%C3%BC&size=2&page=2',
    'Bearer token-1 /api/users/me/colleagues?search=m%C3%BC&size=2&page=3',
  ]);
  expect(found.ok && found.people.map(({ name }) => name)).toEqual(['María Müller', 'Jo Doe', 'No Phone']);
});

it('reads numbers as texts and as objects, and leaves the rest alone', async () => {
  const found = await fetchColleagues(address, 'token-1', '');
  expect(found.ok && found.people.map(({ numbers, emails }) => [numbers, emails])).toEqual([
    [['+49 371 5550123'], ['maria@example.com']],
    [['201'], ['jo@example.com']],
    [[], []],
  ]);
});

it('gives the token to no other server that a page names as the next one', async () => {
  answer = () => ({ body: { data: [everybody[0]], nextPageUrl: 'https://elsewhere.example/steal' } });
  expect(await fetchColleagues(address, 'token-1', '')).toMatchObject({ ok: true, people: [{ id: '1' }] });
  expect(asked).toHaveLength(1);
});

it('stops when pages go round in a circle', async () => {
  answer = (url) => ({ body: { data: [everybody[0]], nextPageUrl: url.pathname + url.search } });
  const found = await fetchColleagues(address, 'token-1', '');
  expect(found.ok && found.people).toHaveLength(1);
  expect(asked.length).toBeLessThanOrEqual(10);
});

it('tells a refused token from a service that is out of order', async () => {
  answer = () => ({ status: 401, body: {} });
  expect(await fetchColleagues(address, 'token-1', '')).toEqual({ ok: false, why: 'refused' });
  for (const broken of [
    { status: 500, body: {} },
    { body: '<html>' },
    { body: { error: 'none' } },
    { body: null },
  ]) {
    answer = () => broken;
    expect(await fetchColleagues(address, 'token-1', '')).toEqual({ ok: false, why: 'unreachable' });
  }
});
