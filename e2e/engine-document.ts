import type { CDPSession } from '@playwright/test';
import { type Heard, strongestTone } from './tone';

const attachTimeoutMs = 10_000;

type Reply = { id?: number; result?: unknown; error?: { message: string } };
type Evaluated = {
  result: { value?: unknown; objectId?: string };
  exceptionDetails?: { text: string; exception?: { description?: string } };
};

/**
 * The offscreen document that holds the phone. Chrome lists it neither as a page nor as a worker, so it is spoken to through
 * messages of the DevTools protocol to its target.
 */
export class EngineDocument {
  /** Settles when the document has been closed. */
  readonly gone: Promise<void>;
  readonly #browser: CDPSession;
  readonly #sessionId: string;
  readonly #waiting = new Map<
    number,
    { resolve: (value: unknown) => void; reject: (error: Error) => void }
  >();
  #lastId = 0;
  #isGone = false;

  private constructor(browser: CDPSession, sessionId: string) {
    this.#browser = browser;
    this.#sessionId = sessionId;
    browser.on('Target.receivedMessageFromTarget', (event) => {
      if (event.sessionId === sessionId) this.#receive(JSON.parse(event.message) as Reply);
    });
    this.gone = new Promise((resolve) => {
      browser.on('Target.detachedFromTarget', (event) => {
        if (event.sessionId !== sessionId) return;
        this.#isGone = true;
        for (const { reject } of this.#waiting.values()) reject(new Error('the engine document was closed'));
        resolve();
      });
    });
  }

  /** Waits for the document to be there and loaded. `browser` is a session for this document alone. */
  static async attach(browser: CDPSession): Promise<EngineDocument> {
    const targetId = await findTarget(browser);
    const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: false });
    const engine = new EngineDocument(browser, sessionId);
    // The target is there before its scripts have run.
    await engine.evaluate(
      `document.readyState === 'complete' || new Promise((done) => addEventListener('load', done, { once: true })).then(() => true)`,
    );
    return engine;
  }

  get isGone(): boolean {
    return this.#isGone;
  }

  /** The value of a JavaScript expression in the document, awaited when it is a promise. */
  async evaluate(expression: string): Promise<unknown> {
    const parameters = { expression, awaitPromise: true, returnByValue: true };
    return resultOf(await this.#send('Runtime.evaluate', parameters)).value;
  }

  /**
   * Listens for a quarter of a second to all that audio elements play, whether they stand in the document or not, and whether
   * they play a call or a file.
   */
  async heard(): Promise<Heard | null> {
    const prototype = await this.#send('Runtime.evaluate', { expression: 'HTMLAudioElement.prototype' });
    const found = await this.#send('Runtime.queryObjects', {
      prototypeObjectId: resultOf(prototype).objectId,
    });
    const { objectId } = (found as { objects: { objectId: string } }).objects;
    const recorded = await this.#send('Runtime.callFunctionOn', {
      objectId,
      functionDeclaration: record,
      awaitPromise: true,
      returnByValue: true,
    });
    const { samples, sampleRate } = resultOf(recorded).value as { samples: number[]; sampleRate: number };
    return strongestTone(Float32Array.from(samples), sampleRate);
  }

  /** Bytes of JavaScript in use after a garbage collection. */
  async idleHeapBytes(): Promise<number> {
    await this.#send('HeapProfiler.collectGarbage', {});
    return ((await this.#send('Runtime.getHeapUsage', {})) as { usedSize: number }).usedSize;
  }

  #send(method: string, params: object): Promise<unknown> {
    if (this.#isGone) return Promise.reject(new Error('the engine document was closed'));
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      const message = JSON.stringify({ id, method, params });
      this.#browser.send('Target.sendMessageToTarget', { sessionId: this.#sessionId, message }).catch(reject);
    });
  }

  #receive(reply: Reply): void {
    if (reply.id === undefined) return;
    const waiting = this.#waiting.get(reply.id);
    this.#waiting.delete(reply.id);
    if (reply.error) waiting?.reject(new Error(reply.error.message));
    else waiting?.resolve(reply.result);
  }
}

function resultOf(reply: unknown): Evaluated['result'] {
  const { result, exceptionDetails } = reply as Evaluated;
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result;
}

async function findTarget(browser: CDPSession): Promise<string> {
  return await new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('no engine document was opened')), attachTimeoutMs);
    const look = ({ targetInfo }: { targetInfo: { targetId: string; type: string; url: string } }) => {
      if (targetInfo.type !== 'background_page' || !targetInfo.url.startsWith('chrome-extension:')) return;
      clearTimeout(timer);
      resolve(targetInfo.targetId);
    };
    browser.on('Target.targetCreated', look);
    browser.on('Target.targetInfoChanged', look);
    // Tells of the targets that are there already, too.
    browser.send('Target.setDiscoverTargets', { discover: true }).catch(reject);
  });
}

// As text, since a function that was compiled for Node may call helpers that are not there.
const record = `async function () {
  const audible = this.filter((element) => !element.paused && !element.muted && element.volume > 0);
  const streams = audible
    .map((element) => element.srcObject ?? element.captureStream())
    .filter((stream) => stream.getAudioTracks().some((track) => track.readyState === 'live'));
  const context = new AudioContext({ sampleRate: 16000 });
  await context.resume();
  const ear = new AnalyserNode(context, { fftSize: 4096 });
  const sources = streams.map((stream) => context.createMediaStreamSource(stream));
  for (const source of sources) source.connect(ear);
  await new Promise((done) => setTimeout(done, 100 + (1000 * ear.fftSize) / context.sampleRate));
  const samples = new Float32Array(ear.fftSize);
  ear.getFloatTimeDomainData(samples);
  await context.close();
  return { samples: [...samples], sampleRate: context.sampleRate };
}`;
