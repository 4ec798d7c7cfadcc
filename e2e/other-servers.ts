import { createServer as createHttpServer } from 'node:http';
import { createServer, type Server } from 'node:net';

/** Servers that are no gateways, as wrong addresses lead to. */

export type OtherServer = { port: number; close(): Promise<void> };

/** Answers every request, also one for a WebSocket, with this status. */
export function startWebServer(status: number, body = ''): Promise<OtherServer> {
  const server = createHttpServer((_, response) => {
    response.writeHead(status, { 'Content-Type': 'text/html' }).end(body);
  });
  return listen(server, () => server.closeAllConnections());
}

/** Takes every connection and never says a word. */
export function startSilentServer(): Promise<OtherServer> {
  const sockets = new Set<{ destroy(): void }>();
  const server = createServer((socket) => {
    sockets.add(socket.on('error', () => sockets.delete(socket)));
  });
  return listen(server, () => {
    for (const socket of sockets) socket.destroy();
  });
}

/** A port of this machine at which nothing listens. */
export async function findClosedPort(): Promise<number> {
  const server = await startSilentServer();
  await server.close();
  return server.port;
}

async function listen(server: Server, cut: () => void): Promise<OtherServer> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('the server has no port');
  return {
    port: address.port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        cut();
      }),
  };
}
