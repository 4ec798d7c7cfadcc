import { createServer as createHttpServer, type IncomingMessage, type Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Link } from './proxy/link';
import { formatMessage, parseMessage, type SipMessage } from './sip/message';

export interface Tls {
  readonly key: string | Buffer;
  readonly cert: string | Buffer;
}

export interface DoorParts {
  readonly host: string;
  readonly tls: Tls | undefined;
  /** Answer CRLFCRLF with CRLF (RFC 5626 §4.4.1); some servers stay silent. */
  readonly answersPing: boolean;
  readonly onMessage: (link: Link, message: SipMessage) => void;
  readonly onSent: (link: Link, message: SipMessage) => void;
  readonly onOpened: (link: Link) => void;
  readonly onClosed: (link: Link) => void;
  readonly note: (line: string) => void;
}

/** Links carry what the door needs to freeze and to cut them. */
interface Seat extends Link {
  readonly socket: WebSocket;
  readonly unsent: (() => void)[];
}

/** SIP over WebSocket, server side (RFC 7118): any path, the subprotocol `sip`, one SIP message in each frame. */
export class WebsocketDoor {
  readonly #parts: DoorParts;
  readonly #seats = new Set<Seat>();
  readonly #held: (() => void)[] = [];
  readonly #websockets = new WebSocketServer({
    noServer: true,
    maxPayload: 1_000_000,
    handleProtocols: () => 'sip',
  });
  #server: Server | undefined;
  #isFrozen = false;
  #opened = 0;

  constructor(parts: DoorParts) {
    this.#parts = parts;
    this.#websockets.on('connection', (socket: WebSocket) => this.#seat(socket));
  }

  get links(): readonly Link[] {
    return [...this.#seats];
  }

  /** Opens the port, 0 for any; gives the port that it got. */
  async listen(port: number): Promise<number> {
    const { tls, host } = this.#parts;
    const server = tls ? createHttpsServer({ key: tls.key, cert: tls.cert }) : createHttpServer();
    server.on('request', (_, response) => response.writeHead(426, { Upgrade: 'websocket' }).end());
    server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      const enter = () => this.#enter(request, socket, head);
      if (this.#isFrozen) this.#held.push(enter);
      else enter();
    });
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject).listen(port, host, resolve);
    });
    this.#server = server;
    const address = server.address();
    return typeof address === 'object' && address ? address.port : port;
  }

  /** From now on nothing is read and nothing leaves, as if the process were stopped; sockets stay open. */
  freeze(): void {
    this.#isFrozen = true;
    for (const seat of this.#seats) seat.socket.pause();
  }

  thaw(): void {
    this.#isFrozen = false;
    for (const seat of this.#seats) {
      seat.socket.resume();
      for (const send of seat.unsent.splice(0)) send();
    }
    for (const enter of this.#held.splice(0)) enter();
  }

  /** Cuts these sockets without a closing handshake. */
  cut(which: (link: Link) => boolean = () => true): void {
    for (const seat of [...this.#seats].filter(which)) {
      seat.socket.resume(); // A paused socket would not notice its own end.
      seat.socket.terminate();
      this.#leave(seat);
    }
  }

  /** Cuts every socket and stops listening; resolves once the port is free. */
  async shut(): Promise<void> {
    this.#isFrozen = false;
    this.#held.length = 0;
    this.cut();
    const server = this.#server;
    this.#server = undefined;
    if (!server) return;
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  }

  #enter(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const offered = (request.headers['sec-websocket-protocol'] ?? '').split(',').map((name) => name.trim());
    if (!offered.includes('sip')) {
      socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
      return;
    }
    this.#websockets.handleUpgrade(request, socket, head, (opened) =>
      this.#websockets.emit('connection', opened, request),
    );
  }

  #seat(socket: WebSocket): void {
    this.#opened += 1;
    const seat: Seat = {
      label: `ws${this.#opened}`,
      isTrusted: false,
      socket,
      unsent: [],
      get isOpen() {
        return socket.readyState === socket.OPEN;
      },
      send: (message) => this.#send(seat, message),
    };
    this.#seats.add(seat);
    this.#parts.onOpened(seat);
    socket.on('message', (bytes) => this.#hear(seat, bytes.toString()));
    socket.on('error', (error) => this.#parts.note(`${seat.label} socket error: ${error.message}`));
    socket.on('close', () => this.#leave(seat));
    if (this.#isFrozen) socket.pause();
  }

  #leave(seat: Seat): void {
    if (this.#seats.delete(seat)) this.#parts.onClosed(seat);
  }

  #hear(seat: Seat, text: string): void {
    if (text.trim() === '') {
      // Four bytes ask, two answer (RFC 5626 §4.4.1).
      if (text !== '\r\n\r\n') return;
      this.#parts.note(`${seat.label} pings`);
      if (this.#parts.answersPing) seat.socket.send('\r\n');
      return;
    }
    const parsed = parseMessage(text);
    if (parsed.ok) this.#parts.onMessage(seat, parsed.message);
    else this.#parts.note(`${seat.label} sent what is not SIP: ${parsed.why}`);
  }

  #send(seat: Seat, message: SipMessage): void {
    if (!seat.isOpen) {
      const what = message.kind === 'request' ? message.method : `${message.status}`;
      this.#parts.note(`${seat.label} is gone, ${what} is lost`);
      return;
    }
    const send = () => {
      this.#parts.onSent(seat, message);
      seat.socket.send(formatMessage(message));
    };
    if (this.#isFrozen) seat.unsent.push(send);
    else send();
  }
}
