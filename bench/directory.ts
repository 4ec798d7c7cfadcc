import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { build } from 'vite';
import { launchOffhook } from '../e2e/chromium';
import { startGateway } from '../e2e/gateway/gateway';
import { fillCallLog, makeUpCalls } from '../e2e/made-up-calls';
import { alice, signedInPopup, useProfile } from '../e2e/person';
import { profileFor } from '../e2e/profiles';
import { csvHeaders, csvLines, toRow } from '../src/core/directory/files/write-csv';
import { madeUpCard } from '../src/core/directory/made-up-contacts';
import { heapMegabytes } from './heap';
import type { Row } from './report';

const people = 100_000;
const calls = 100_000;
const runs = 40;
const typed = ['m', 'mül', 'kowalski', 'a b', '0170 10', '685', 'contact.77', 'mül contoso'];

/** A hundred thousand people in a real Chromium: how long they take to come in, to be found, to be told from their number, and what they weigh. */
export async function measureDirectory(): Promise<Row[]> {
  const gateway = await startGateway();
  const offhook = await launchOffhook();
  try {
    // What runs in the page is compiled with the names of its functions kept, by a function that the page does not have.
    await offhook.context.addInitScript('globalThis.__name = (it) => it');
    await useProfile(offhook, profileFor(gateway.url));
    const popup = await signedInPopup(offhook, alice);
    const directory = await offhook.open('src/directory/index.html');
    await directory.waitForSelector('.directory-bar');
    const imported = await measureImport(directory);
    const scrolled = await measureScrolling(directory);
    const found = await measureLookUp(directory);
    await fillCallLog(directory, makeUpCalls(calls, Date.now()));
    await directory.close();
    await popup.reload();
    return [...imported, scrolled, ...found, ...(await measurePopup(popup))];
  } finally {
    await offhook.close();
    await gateway.close();
  }
}

function madeUpFile(): Buffer {
  const rows = Array.from({ length: people }, (_, n) => toRow(madeUpCard(n), null));
  const headers = csvHeaders(rows);
  return Buffer.from(`${headers.join(',')}\r\n${csvLines(headers, rows)}`);
}

async function measureImport(page: Page): Promise<Row[]> {
  await page.locator('.directory-bar .buttons button').nth(1).click();
  await page
    .locator('dialog input[type=file]')
    .setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer: madeUpFile() });
  await page.waitForSelector('.preview-people li');
  await page.evaluate(() => {
    const longest = { ms: 0 };
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longest.ms = Math.max(longest.ms, duration);
      document.documentElement.dataset.longestMs = String(longest.ms);
    }).observe({ entryTypes: ['longtask'] });
  });
  const startedAt = performance.now();
  await page.locator('dialog .import-preview .buttons .primary').click();
  await page.waitForSelector('.import-report', { timeout: 120_000 });
  const took = (performance.now() - startedAt) / 1_000;
  const longest = await page.evaluate(() => Number(document.documentElement.dataset.longestMs ?? 0));
  return [
    { what: 'directory: import of 100,000 people', figures: [took], unit: 's', limit: 10 },
    { what: 'directory: longest task of the page meanwhile', figures: [longest], unit: 'ms', limit: 50 },
  ];
}

/** From the jump of the list to its rows being there. */
async function measureScrolling(page: Page): Promise<Row> {
  await page.locator('.import-report .primary').click();
  const figures = await page.evaluate(async (runs) => {
    const list = document.querySelector('.contact-list');
    if (!list) throw new Error('there is no list');
    const taken: number[] = [];
    for (let run = 0; run < runs; run++) {
      const startedAt = performance.now();
      list.scrollTop = ((run * 7919) % 90_000) * 56;
      const place = Math.ceil(list.scrollTop / 56) + 1;
      while (!document.querySelector(`.contact-row[aria-posinset="${place}"] strong`)) {
        await new Promise(requestAnimationFrame);
      }
      taken.push(performance.now() - startedAt);
    }
    return taken;
  }, runs);
  return { what: 'directory: jump to anywhere in the list, to its rows', figures, unit: 'ms', limit: 50 };
}

/** The very code of the pages, bundled by itself and run in one of them. */
async function measureLookUp(page: Page): Promise<Row[]> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      lib: {
        entry: fileURLToPath(new URL('look-up-probe.ts', import.meta.url)),
        formats: ['iife'],
        name: 'lookUp',
      },
    },
  });
  const [bundle] = [built].flat();
  const chunk = bundle && 'output' in bundle ? bundle.output[0] : undefined;
  if (!chunk) throw new Error('the probe was not built');
  await page.evaluate(chunk.code);
  const numbers = Array.from({ length: runs }, (_, run) => `+49371${1_000_000 + ((run * 7919) % people)}`);
  const ask = <T>(call: string, values: readonly string[]) =>
    page.evaluate<T>(`globalThis.probe.${call}(${JSON.stringify(values)})`);
  // What is asked first opens the database.
  await ask('callers', numbers.slice(0, 1));
  return [
    {
      what: 'directory: a number to its contact',
      figures: await ask('callers', numbers),
      unit: 'ms',
      limit: 1,
    },
    {
      what: 'directory: what is typed to seven people, of 100,000',
      figures: await ask('searches', Array.from({ length: 5 }, () => typed).flat()),
      unit: 'ms',
      limit: 5,
    },
  ];
}

/** From a key in the popup to the first result on its screen; and what the popup weighs afterwards. */
async function measurePopup(popup: Page): Promise<Row[]> {
  await popup.waitForSelector('.number-field input');
  const figures: number[] = [];
  for (let run = 0; run < runs; run++) {
    figures.push(await typeInto(popup, { text: typed[run % typed.length] ?? '', hasResults: true }));
    await typeInto(popup, { text: '', hasResults: false });
    // Nobody types the next key before that is drawn.
    await popup.evaluate(twoFrames);
  }
  return [
    { what: 'popup: a key to the first result on the screen, of 100,000', figures, unit: 'ms', limit: 5 },
    {
      what: 'popup: heap, with 100,000 people and 100,000 calls',
      figures: [await heapMegabytes(popup)],
      unit: 'MB',
      limit: 30,
    },
  ];
}

/** Runs in the page. */
function twoFrames(): Promise<unknown> {
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
}

/** From the key until results are on the screen, or gone from it, ms. */
function typeInto(popup: Page, wish: { text: string; hasResults: boolean }): Promise<number> {
  return popup.evaluate(
    ({ text, hasResults }) =>
      new Promise<number>((resolve) => {
        const field = document.querySelector<HTMLInputElement>('.number-field input');
        const startedAt = performance.now();
        const watch = new MutationObserver(() => {
          if (Boolean(document.querySelector('[role=option]')) !== hasResults) return;
          watch.disconnect();
          resolve(performance.now() - startedAt);
        });
        watch.observe(document.body, { childList: true, subtree: true });
        if (field) field.value = text;
        field?.dispatchEvent(new Event('input', { bubbles: true }));
      }),
    wish,
  );
}
