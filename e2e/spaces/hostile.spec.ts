import type { Page } from '@playwright/test';
import { buttonPlace, documentOf, expect, longestDelay, placeOf, pointAt, stranger, test } from './fixtures';
import { markedFromOutside, markedNumbers, openSpaces, spaces } from './site';

const number = '+1 303 555 0142';

/** The page goes on living: a timer of its own fires in time. */
async function isAlive(page: Page): Promise<boolean> {
  return await page.evaluate(() => new Promise<boolean>((resolve) => setTimeout(() => resolve(true), 0)));
}

/** Long enough for a call to be placed that was asked for before. */
async function nothingCalled(page: Page, invites: () => readonly string[]): Promise<void> {
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1_500)));
  expect(invites()).toEqual([]);
}

test('clicks that no person made call nobody', async ({ offhook, popup: _popup, site, invites }) => {
  site.put(
    '/',
    documentOf(
      `<p>${number}</p><a id="link" href="tel:+13035550143" onclick="event.preventDefault()">Call</a>`,
    ),
  );
  const page = await openSpaces(offhook);
  const { x, y } = await pointAt(page, number);
  await page.evaluate(
    ([left, top]) => {
      const made = () => ({ bubbles: true, composed: true, cancelable: true, clientX: left, clientY: top });
      const host = document.documentElement.querySelector<HTMLElement>(':scope > [popover]');
      for (let round = 0; round < 20; round++) {
        for (const target of [host, document.querySelector('#link'), document.elementFromPoint(left, top)]) {
          for (const kind of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'])
            target?.dispatchEvent(new MouseEvent(kind, made()));
          target?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ...made() }));
        }
        host?.click();
        document.querySelector<HTMLElement>('#link')?.click();
      }
    },
    [x, y] as const,
  );
  expect(
    await page.evaluate(() => document.documentElement.querySelector(':scope > [popover]')?.shadowRoot),
  ).toBeNull();
  await nothingCalled(page, invites);
});

const cover = `const cover = document.createElement('div'); cover.popover = 'manual';
  cover.style = 'position:fixed;inset:0;margin:0;border:0;width:100%;height:100%;background:#fff;pointer-events:none';
  cover.textContent = 'Click here to win'; document.body.append(cover); cover.showPopover();`;

for (const [title, disguise] of [
  ['covered by something that lets clicks through', cover],
  ['made transparent', `host.style.setProperty('opacity', '0.01', 'important');`],
  [
    'moved under the pointer',
    `host.style.setProperty('left', '300px', 'important'); host.style.setProperty('top', '300px', 'important');`,
  ],
  ['shrunk to a point', `host.style.setProperty('transform', 'scale(0.05)', 'important');`],
] as const) {
  test(`our button ${title} calls nobody`, async ({ offhook, popup: _popup, site, invites }) => {
    site.put('/', documentOf(`<p>${number}</p>`));
    const page = await openSpaces(offhook);
    await pointAt(page, number);
    await page.evaluate((script) => {
      const host = document.documentElement.querySelector(':scope > [popover=manual]');
      new Function('host', script)(host);
    }, disguise);
    const place = await buttonPlace(page);
    for (let click = 0; place && click < 5; click++) {
      await page.mouse.click(place.x, place.y);
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 200)));
    }
    await nothingCalled(page, invites);
  });
}

test('our button just covered calls nobody', async ({ offhook, popup: _popup, site, invites }) => {
  site.put('/', documentOf(`<p>${number}</p>`));
  const page = await openSpaces(offhook);
  const { x, y } = await pointAt(page, number);
  await page.mouse.move(x, y);
  // By then it has been seen for long enough.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 600)));
  await page.evaluate(cover);
  await Promise.all([page.mouse.down(), page.mouse.up()]);
  await nothingCalled(page, invites);
});

test('no animation of the page makes our button transparent', async ({ offhook, site }) => {
  site.put(
    '/',
    documentOf(`<p>${number}</p>`, '<style>div { opacity: 0.01 !important; filter: blur(9px) }</style>'),
  );
  const page = await openSpaces(offhook);
  await pointAt(page, number);
  const look = await page.evaluate(() => {
    const host = document.documentElement.querySelector(':scope > [popover=manual]');
    host?.animate([{ opacity: 0.01 }, { opacity: 0.01 }], { duration: 1e6 });
    const { opacity, filter, visibility } = getComputedStyle(host ?? document.documentElement);
    return { opacity, filter, visibility };
  });
  expect(look).toEqual({ opacity: '1', filter: 'none', visibility: 'visible' });
});

test('a link under every click of the person calls nobody until its button was seen', async ({
  offhook,
  popup: _popup,
  site,
  invites,
}) => {
  site.put(
    '/',
    documentOf(`<p>${number}</p><button>Play</button>
      <script>document.querySelector('button').addEventListener('pointerdown', (event) => {
        event.target.outerHTML = '<a href="tel:+13035550199" style="display:inline-block;padding:20px">Play</a>';
      });</script>`),
  );
  const page = await openSpaces(offhook);
  await placeOf(page, number);
  await page.getByText('Play').click();
  await nothingCalled(page, invites);
});

test('a page that has put its own in the place of the DOM’s functions is read all the same', async ({
  offhook,
  site,
}) => {
  site.put(
    '/',
    documentOf(
      `<form><input name="closest"><input name="firstChild"><input name="parentNode"><input name="nextSibling"><input name="localName">
        <input name="getAttribute"><input name="shadowRoot"><input name="isConnected"><p>${number}</p></form>
        <form name="createTreeWalker"></form><img name="body"><form name="createElement"></form><form name="createRange"></form>`,
      `<script>
        for (const kind of [Node, Element, HTMLElement, Document, Range, Highlight, EventTarget, MutationObserver])
          for (const name of Object.getOwnPropertyNames(kind.prototype)) {
            const own = Object.getOwnPropertyDescriptor(kind.prototype, name);
            if (own.configurable && typeof own.value === 'function' && name !== 'constructor' && kind !== EventTarget && !/^(set(Start|End)|toString|forEach|get|keys|values|entries)$/.test(name) && kind !== Range)
              kind.prototype[name] = () => { throw new Error('caught ' + name); };
          }
        chrome = undefined; Array.prototype.push = () => { throw 1; }; window.requestIdleCallback = () => {};
      </script>`,
    ),
  );
  const page = await openSpaces(offhook);
  await expect.poll(() => markedFromOutside(page)).toEqual([number]);
});

test('a million numbers do not hold the page up', async ({ offhook, site }) => {
  site.put(
    '/',
    documentOf(
      `<p>${number}</p><div></div><script>
        const line = (at) => '+1 303 ' + String(2000000 + at).replace(/(\\d{3})(\\d{4})$/, '$1 $2') + ', ';
        let all = ''; for (let at = 0; at < 1000000; at++) all += line(at) + (at % 100 ? '' : '</p><p>');
        document.querySelector('div').innerHTML = '<p>' + all;</script>`,
    ),
  );
  const page = await openSpaces(offhook);
  await expect.poll(async () => (await markedNumbers(page)).length, { timeout: 30_000 }).toBeGreaterThan(100);
  const longest = await longestDelay(page, 300);
  // Three browsers at once add half a second; to read it all at once would take many.
  expect(longest).toBeLessThan(1_500);
  expect((await markedNumbers(page)).length).toBeLessThanOrEqual(5_000);
});

test('a number of ten million digits does not hold the page up, and is none', async ({ offhook, site }) => {
  site.put(
    '/',
    documentOf(
      `<p>${number}</p><div></div><script>document.querySelector('div').textContent = '7'.repeat(1e7);</script>`,
    ),
  );
  const page = await openSpaces(offhook);
  await expect.poll(() => markedNumbers(page)).toEqual([number]);
  expect(await isAlive(page)).toBe(true);
});

test('frames within frames are read each for itself, and a frame of a stranger is not', async ({
  offhook,
  site,
}) => {
  site.put('/strange', documentOf('<p>+1 303 555 0170</p>'));
  site.put('/2', documentOf(`<p>+1 303 555 0162</p><iframe src="${stranger}/strange"></iframe>`));
  site.put('/1', documentOf('<p>+1 303 555 0161</p><iframe src="/2"></iframe>'));
  site.put('/', documentOf(`<p>${number}</p><iframe src="/1"></iframe>`));
  const page = await openSpaces(offhook);
  await placeOf(page, number);
  const marked = async (address: string) =>
    await page
      .frames()
      .find((frame) => frame.url() === address)
      ?.evaluate(() => CSS.highlights.get('telephone-number')?.size ?? 0);
  await expect.poll(() => marked(`${spaces}/1`)).toBe(1);
  await expect.poll(() => marked(`${spaces}/2`)).toBe(1);
  expect(await marked(`${stranger}/strange`)).toBe(0);
});

test('a storm of mutations leaves the page its time, and what it leaves behind is read', async ({
  offhook,
  site,
}) => {
  site.put('/', documentOf('<main></main>'));
  const page = await openSpaces(offhook);
  const worst = await page.evaluate(
    (last) =>
      new Promise<number>((resolve) => {
        const main = document.querySelector('main');
        let frames = 0;
        let longest = 0;
        const storm = () => {
          if (!main) return;
          main.replaceChildren();
          for (let at = 0; at < 500; at++) {
            const line = document.createElement('p');
            line.textContent = `Line ${at}: +1 303 555 ${String((at * 7 + frames) % 10_000).padStart(4, '0')}`;
            main.append(line);
          }
          const sent = performance.now();
          setTimeout(() => {
            longest = Math.max(longest, performance.now() - sent);
            if (++frames < 40) setTimeout(storm);
            else {
              main.textContent = last;
              resolve(longest);
            }
          });
        };
        storm();
      }),
    number,
  );
  expect(worst).toBeLessThan(500);
  await expect.poll(() => markedNumbers(page)).toEqual([number]);
});

test('messages that look like ours are not heard', async ({ offhook, popup: _popup, site, invites }) => {
  site.put('/', documentOf(`<p>${number}</p>`));
  const page = await openSpaces(offhook);
  await placeOf(page, number);
  const answers = await page.evaluate(async (id) => {
    const heard: unknown[] = [];
    addEventListener('message', ({ data }) => 'ok' in data && heard.push(data));
    const forged = [
      { name: 'call.dial', payload: [{ typed: '600' }] },
      { page: 'page.call', payload: [{ number: '600', opensPopup: false }] },
      { offhook: 1, method: 'offhook.status', id: 'x' },
    ];
    for (const message of forged) postMessage(message, '*');
    const replies = await Promise.all(
      forged.slice(0, 2).map(
        (message) =>
          new Promise((resolve) => {
            chrome.runtime.sendMessage(id, message, (reply: unknown) => resolve(reply ?? 'nobody'));
          }),
      ),
    );
    return { heard, replies };
  }, offhook.extensionId);
  expect(answers.heard).toEqual([]);
  expect(answers.replies).toEqual(
    answers.replies.map(() => ({ offhook: 1, ok: false, error: 'bad-request' })),
  );
  await nothingCalled(page, invites);
});

test('no page can tell by a file or a message that Offhook is there, but that of Spaces', async ({
  offhook,
  site,
}) => {
  site.put('/', documentOf('<p>Nothing</p>'));
  const page = await offhook.context.newPage();
  for (const origin of [stranger, spaces]) {
    await page.goto(`${origin}/`);
    const found = await page.evaluate(async (id) => {
      const files = [
        'manifest.json',
        'src/spaces/main.js',
        'src/call-request/index.html',
        'icons/offhook-32.png',
        '_locales/en/messages.json',
      ];
      const read = files.map((file) =>
        fetch(`chrome-extension://${id}/${file}`).then(
          () => file,
          () => null,
        ),
      );
      return (await Promise.all(read)).filter(Boolean);
    }, offhook.extensionId);
    expect(found).toEqual([]);
  }
  await page.goto(`${stranger}/`);
  expect(await page.evaluate(() => typeof Reflect.get(window, 'chrome')?.runtime)).toBe('undefined');
});
