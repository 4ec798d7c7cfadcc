import type { Page } from '@playwright/test';
import { launchOffhook } from '../e2e/chromium';
import { fillCallLog, makeUpCalls } from '../e2e/made-up-calls';
import { heapMegabytes } from './heap';
import { MarkedBuild } from './marked-build';
import type { Row } from './report';

const records = 100_000;
const runs = 8;
const page = 'src/call-log/index.html';
const emptyPage = 'empty.html';
const whenWhole = 'the log is whole';

type Scrolled = { frames: number[]; blanks: number };

/**
 * The page of a log of 100,000 calls: from its navigation, and from the first line of its own script, to the first rows, beside the
 * navigation of a page that has only such a line; a search in it, frames of scrolling that show nothing, and what it weighs.
 */
export async function measureCallLog(): Promise<Row[]> {
  const build = buildWithMarks();
  const offhook = await launchOffhook({ dist: build.dist });
  try {
    // What runs in the page is compiled with the names of its functions kept, by a function that the page does not have.
    await offhook.context.addInitScript('globalThis.__name = (it) => it');
    const log = await offhook.open(page);
    await log.waitForSelector('.empty');
    await fillCallLog(log, makeUpCalls(records, Date.now()));
    await log.addInitScript(watchForRows, whenWhole);
    // The page that asks for the microphone, once after the installation, has come before it.
    await log.bringToFront();
    const opened: number[] = [];
    const whole: number[] = [];
    const own: number[] = [];
    const empty: number[] = [];
    for (let run = 0; run < runs; run++) {
      // From a page that leaves nothing: what one of a hundred thousand calls leaves would be cleared away in the time of the next.
      await log.goto(offhook.urlOf('manifest.json'));
      await heapMegabytes(log);
      await log.goto(offhook.urlOf(emptyPage));
      empty.push(await readMark(log, 'begunAt'));
      // To ask the page before that would bring the asker's own scripts into it, which are larger than the page's.
      const isWhole = log.waitForEvent('console', (message) => message.text() === whenWhole);
      await log.goto(offhook.urlOf(page), { waitUntil: 'commit' });
      await isWhole;
      const rowsAt = await readMark(log, 'rowsAt');
      opened.push(rowsAt);
      own.push(rowsAt - (await log.evaluate(() => Number(document.documentElement.dataset.begunAt))));
      whole.push(await readMark(log, 'wholeAt'));
    }
    const heap = await heapMegabytes(log);
    const searched = await log.evaluate(search);
    const jumps = await log.evaluate(scroll, 300);
    const wheel = await wheelThrough(log);
    return [
      { what: 'call log: its script begins to the first rows', figures: own, unit: 'ms', limit: 50 },
      { what: 'call log: navigation to the first rows', figures: opened, unit: 'ms', limit: 50 },
      { what: '  for comparison: an empty page, to its script', figures: empty, unit: 'ms', limit: null },
      { what: 'call log: heap of the page, all calls in it', figures: [heap], unit: 'MB', limit: 60 },
      {
        what: 'call log: navigation to all of it, read and sorted',
        figures: whole,
        unit: 'ms',
        limit: 5_000,
      },
      { what: 'call log: a key in the search to what is found', figures: searched, unit: 'ms', limit: 150 },
      { what: 'call log: frame while jumping', figures: jumps.frames, unit: 'ms', limit: 50 },
      { what: 'call log: frame while turning the wheel', figures: wheel.frames, unit: 'ms', limit: 50 },
      {
        what: 'call log: frames with a blank',
        figures: [jumps.blanks + wheel.blanks],
        unit: 'frames',
        limit: 0,
      },
    ];
  } finally {
    await offhook.close();
    build.remove();
  }
}

/** The built extension, whose log says when its script begins, and with a page that does nothing else. */
function buildWithMarks(): MarkedBuild {
  const build = new MarkedBuild();
  const mark = 'document.documentElement.dataset.begunAt = String(performance.now());';
  build.begin('src/call-log/index.js', mark);
  build.put('empty.js', mark);
  build.put(emptyPage, '<!doctype html><title>Empty</title><script type="module" src="/empty.js"></script>');
  return build;
}

async function readMark(log: Page, mark: 'begunAt' | 'rowsAt' | 'wholeAt'): Promise<number> {
  const at = await log.waitForFunction((name) => document.documentElement.dataset[name], mark, {
    timeout: 120_000,
  });
  return Number(await at.jsonValue());
}

/** Runs in the page, before it. */
function watchForRows(said: string): void {
  const watch = new MutationObserver(() => {
    const marks = document.documentElement.dataset;
    if (document.querySelector('[data-kind=person]')) marks.rowsAt ??= String(performance.now());
    if (!document.querySelector('.count')?.textContent) return;
    marks.wholeAt = String(performance.now());
    watch.disconnect();
    console.info(said);
  });
  watch.observe(document, { childList: true, subtree: true, characterData: true });
}

/** Runs in the page: types a word letter by letter, and takes the time of each. */
async function search(): Promise<number[]> {
  const field = document.querySelector<HTMLInputElement>('input[type=search]');
  const times: number[] = [];
  for (const query of ['m', 'mu', 'mul', 'mull', 'mulle', 'muller', '']) {
    const from = performance.now();
    if (field) field.value = query;
    field?.dispatchEvent(new Event('input', { bubbles: true }));
    await new Promise((resolve) => requestAnimationFrame(() => resolve(undefined)));
    times.push(performance.now() - from);
  }
  // What was found was folded for the first time then.
  return times;
}

/** Runs in the page: jumps up and down the list, frame by frame, and counts frames in which a part of the list was not drawn. */
async function scroll(count: number): Promise<Scrolled> {
  const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  const isBlank = () =>
    [200, innerHeight / 2, innerHeight - 20].some(
      (y) => !document.elementFromPoint(200, y)?.closest('[data-row]'),
    );
  const frames: number[] = [];
  let blanks = 0;
  scrollTo(0, 300);
  let last = await nextFrame();
  const height = document.documentElement.scrollHeight - innerHeight - 300;
  for (let at = 1; at <= count; at++) {
    scrollTo(0, 300 + ((at * 0.6180339887) % 1) * (height - 300));
    const now = await nextFrame();
    frames.push(now - last);
    last = now;
    if (isBlank()) blanks++;
  }
  scrollTo(0, 300);
  return { frames, blanks };
}

/** Turns the wheel as fast as a hand can, and faster. */
async function wheelThrough(log: Page): Promise<Scrolled> {
  await log.mouse.move(200, 400);
  const watching = log.evaluate(watchWheel, 3_000);
  for (let at = 0; at < 60; at++) await log.mouse.wheel(0, 600);
  return watching;
}

/** Runs in the page for that many ms: looks at each frame that the wheel has moved. */
async function watchWheel(forMs: number): Promise<Scrolled> {
  const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  const frames: number[] = [];
  let blanks = 0;
  let last = await nextFrame();
  const end = last + forMs;
  let from = scrollY;
  while (last < end) {
    const now = await nextFrame();
    if (scrollY !== from) {
      frames.push(now - last);
      const seen = [200, innerHeight / 2, innerHeight - 20].map((y) => document.elementFromPoint(200, y));
      if (seen.some((element) => !element?.closest('[data-row]'))) blanks++;
    }
    from = scrollY;
    last = now;
  }
  return { frames, blanks };
}
