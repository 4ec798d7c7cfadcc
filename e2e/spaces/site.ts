import { createServer } from 'node:https';
import type { Page } from '@playwright/test';
import { makeCertificate } from '../certificate';
import type { Offhook } from '../offhook';

/** A web server with pages of the test's own, to which the browser is led under the real address of Spaces. */
export type Site = {
  port: number;
  /** Serves this under the path from now on. */
  put(path: string, body: string): void;
  /** Serves nothing from now on. */
  clear(): void;
  close(): Promise<void>;
};

export const spaces = 'https://spaces.avayacloud.com';

export async function startSite(): Promise<Site> {
  const pages = new Map<string, string>();
  const server = createServer(await makeCertificate(), (request, response) => {
    const body = pages.get(request.url ?? '');
    response
      .writeHead(body === undefined ? 404 : 200, { 'Content-Type': 'text/html; charset=utf-8' })
      .end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('the site has no port');
  return {
    port: address.port,
    put: (path, body) => void pages.set(path, body),
    clear: () => pages.clear(),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Flags that lead every address of the hosts to the site, whose certificate is nobody's. */
export function leadTo({ port }: Pick<Site, 'port'>, ...hosts: readonly string[]): string[] {
  const rules = ['spaces.avayacloud.com', ...hosts].map((host) => `MAP ${host}:443 127.0.0.1:${port}`);
  return [`--host-resolver-rules=${rules.join(',')}`, '--ignore-certificate-errors'];
}

/** Opens a page of the site at the address of Spaces, in front. */
export function openSpaces(offhook: Offhook, path = '/'): Promise<Page> {
  return offhook.open(spaces + path);
}

/** The texts that are marked on the page as numbers, in the order in which they were found. */
export function markedNumbers(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...(CSS.highlights.get('telephone-number') ?? [])].map((range) => {
      const live = new Range();
      live.setStart(range.startContainer, range.startOffset);
      live.setEnd(range.endContainer, range.endOffset);
      return live.toString();
    }),
  );
}

/** As `markedNumbers`, from a world of scripts that the page cannot reach, for pages that cannot be asked themselves. */
export async function markedFromOutside(page: Page): Promise<unknown> {
  const session = await page.context().newCDPSession(page);
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId } = await session.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
  });
  const expression = `[...(CSS.highlights.get('telephone-number') ?? [])].map(({ startContainer, startOffset, endOffset }) =>
    startContainer.data.slice(startOffset, endOffset))`;
  const { result } = await session.send('Runtime.evaluate', {
    expression,
    contextId: executionContextId,
    returnByValue: true,
  });
  await session.detach();
  return result.value;
}
