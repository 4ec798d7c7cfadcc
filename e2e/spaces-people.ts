import { createServer } from 'node:https';
import { makeCertificate } from './certificate';
import { leadTo } from './spaces/site';

type Person = { _id: string; displayname: string; username: string; phone_numbers: readonly unknown[] };

/** The part of Avaya Spaces that knows one's colleagues, answering as its documentation says: two people a page, and where the next one is. */
export type SpacesPeople = {
  /** Flags that lead its real address to it, whose certificate is nobody's. */
  readonly flags: readonly string[];
  /** What was searched for, page by page, by those who showed a token. */
  readonly asked: readonly string[];
  close(): Promise<void>;
};

export async function startSpacesPeople(everybody: readonly Person[]): Promise<SpacesPeople> {
  const asked: string[] = [];
  const server = createServer(await makeCertificate(), (request, response) => {
    const url = new URL(request.url ?? '', 'https://spacesapis.avayacloud.com');
    const isAllowed = /^Bearer ./.test(request.headers.authorization ?? '');
    if (url.pathname !== '/api/users/me/colleagues' || !isAllowed)
      return response.writeHead(isAllowed ? 404 : 401).end('{}');
    const search = url.searchParams.get('search') ?? '';
    const page = Number(url.searchParams.get('page'));
    asked.push(`${search} ${page}`);
    const found = everybody.filter(({ displayname }) =>
      displayname.toLowerCase().includes(search.toLowerCase()),
    );
    url.searchParams.set('page', String(page + 1));
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(
      JSON.stringify({
        data: found.slice((page - 1) * 2, page * 2),
        total: found.length,
        nextPageUrl: page * 2 < found.length ? url.pathname + url.search : null,
      }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('the server has no port');
  return {
    flags: leadTo(address, 'spacesapis.avayacloud.com'),
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
