import { createHash } from 'node:crypto';
import { createServer } from 'node:http';

/** A web server of a few texts, each with an ETag, which a test may change or break. */
export type DocumentServer = {
  /** `http://127.0.0.1:PORT`, without a slash at its end. */
  readonly url: string;
  /** What is served, by its path. */
  readonly texts: Map<string, string>;
  /** Other than 200, everything is answered with it. */
  status: number;
  /** Every request in order: its path, and `304` when the browser had the text already. */
  readonly asked: readonly string[];
  close(): Promise<void>;
};

export async function startDocumentServer(texts: Record<string, string>): Promise<DocumentServer> {
  const asked: string[] = [];
  const served = new Map(Object.entries(texts));
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    const text = served.get(path);
    const etag = `"${createHash('sha256')
      .update(text ?? '')
      .digest('base64url')}"`;
    const isKnown = request.headers['if-none-match'] === etag;
    const status =
      documents.status !== 200 ? documents.status : text === undefined ? 404 : isKnown ? 304 : 200;
    asked.push(status === 304 ? `${path} 304` : path);
    response.writeHead(status, { ETag: etag }).end(status === 200 ? text : '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('the server has no port');
  const documents: DocumentServer = {
    url: `http://127.0.0.1:${address.port}`,
    texts: served,
    status: 200,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return documents;
}
