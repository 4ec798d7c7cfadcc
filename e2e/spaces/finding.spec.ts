import { documentOf, expect, longestDelay, placeOf, test } from './fixtures';
import { markedNumbers, openSpaces } from './site';

const texts = `
<p>Call +1 303 555 0142 or <b>+1 303</b> <i>555 0143</i>.</p><p>Order no. 303-555-0199, 2024-11-15, 192.168.100.200</p>
<ul><li>+49 30 55501234</li><li>+44 20 7946 0018</li></ul>`;

test('marks the numbers in the text of a page, and changes none of its nodes', async ({ offhook, site }) => {
  site.put(
    '/',
    documentOf(
      texts,
      `<script>window.changes = 0; new MutationObserver((seen) => { window.changes += seen.length; })
        .observe(document, { childList: true, attributes: true, characterData: true, subtree: true });
        addEventListener('load', () => { window.changes = 0; window.before = document.documentElement.outerHTML; });</script>`,
    ),
  );
  const page = await openSpaces(offhook);
  const expected = ['+1 303 555 0142', '+1 303 555 0143', '+49 30 55501234', '+44 20 7946 0018'];
  await expect.poll(() => markedNumbers(page)).toEqual(expected);
  const seen = await page.evaluate(() => ({
    changes: Reflect.get(window, 'changes'),
    isSame: Reflect.get(window, 'before') === document.documentElement.outerHTML,
  }));
  expect(seen).toEqual({ changes: 0, isSame: true });
});

test('leaves alone what is code, is being written, or is no text for readers', async ({ offhook, site }) => {
  const alone = [
    '<pre>+1 303 555 0101</pre>',
    '<code>+1 303 555 0102</code>',
    '<textarea>+1 303 555 0103</textarea>',
    '<input value="+1 303 555 0104">',
    '<div contenteditable>+1 303 555 0105 <b>+1 303 555 0106</b></div>',
    '<p aria-hidden="true">+1 303 555 0107</p>',
    '<div role="textbox">+1 303 555 0108</div>',
    '<script type="text/plain">+1 303 555 0109</script><style>/* +1 303 555 0110 */</style>',
    '<div class="CodeMirror"><p>+1 303 555 0111</p></div>',
    '<select><option>+1 303 555 0112</option></select>',
  ];
  site.put('/', documentOf(`${alone.join('')}<p contenteditable="false">+1 303 555 0142</p>`));
  const page = await openSpaces(offhook);
  await placeOf(page, '+1 303 555 0142');
  expect(await markedNumbers(page)).toEqual(['+1 303 555 0142']);
});

test('finds the numbers of a page that came with nothing on it', async ({ offhook, site }) => {
  site.put('/', documentOf(' '));
  const page = await openSpaces(offhook);
  await page.evaluate(async () => {
    await new Promise((resolve) => requestIdleCallback(resolve));
    document.body.append('+1 303 555 0142');
  });
  await expect.poll(() => markedNumbers(page)).toEqual(['+1 303 555 0142']);
});

test('finds the numbers of a page whose body has nothing but a shadow root', async ({ offhook, site }) => {
  site.put('/', documentOf('<template shadowrootmode="open"><p>+1 303 555 0142</p></template>'));
  const page = await openSpaces(offhook);
  await expect.poll(() => markedNumbers(page)).toEqual(['+1 303 555 0142']);
});

test('follows a page that draws itself anew, and a list that grows', async ({ offhook, site }) => {
  site.put('/', documentOf('<main>Loading…</main><ul></ul>'));
  const page = await openSpaces(offhook);
  const draw = (html: string) =>
    page.evaluate((written) => {
      const main = document.querySelector('main');
      if (main) main.innerHTML = written;
    }, html);
  await draw('<p>+1 303 555 0142</p>');
  await expect.poll(() => markedNumbers(page)).toEqual(['+1 303 555 0142']);
  await draw('<p>+1 303 555 0143</p>');
  await expect.poll(() => markedNumbers(page)).toEqual(['+1 303 555 0143']);
  await page.evaluate(() => {
    const text = document.querySelector('main p')?.firstChild;
    if (text) text.nodeValue = 'now +1 303 555 0144';
  });
  await expect.poll(() => markedNumbers(page)).toEqual(['+1 303 555 0144']);
  for (let message = 0; message < 5; message++) {
    await page.evaluate((at) => {
      const item = document.createElement('li');
      item.textContent = `Message ${at}: call +1 303 555 015${at}`;
      document.querySelector('ul')?.append(item);
    }, message);
  }
  await expect.poll(async () => (await markedNumbers(page)).length).toBe(6);
});

test('marks a number once that the page writes again while it is asked about', async ({ offhook, site }) => {
  site.put('/', documentOf('<p>Loading…</p><p>Call +1 303 555 0143</p>'));
  const page = await openSpaces(offhook);
  await expect.poll(() => markedNumbers(page)).toEqual(['+1 303 555 0143']);
  // The answer takes as long as the worker does to start.
  await offhook.killWorker();
  await page.evaluate(async () => {
    const text = document.querySelector('p')?.firstChild;
    for (let time = 0; text && time < 2; time++) {
      text.nodeValue = 'Call +1 303 555 0142';
      for (let idle = 0; idle < 5; idle++) await new Promise((resolve) => requestIdleCallback(resolve));
    }
  });
  await expect.poll(() => markedNumbers(page)).toEqual(['+1 303 555 0143', '+1 303 555 0142']);
});

test('reads a page whose question was lost with the worker', async ({ offhook, site }) => {
  site.put('/', documentOf('<p>Call +1 303 555 0142</p>'));
  const page = await openSpaces(offhook);
  await offhook.killWorker();
  await expect.poll(() => markedNumbers(page)).toEqual(['+1 303 555 0142']);
});

test('finds numbers in open shadow roots that the page comes with, and in its frames', async ({
  offhook,
  site,
}) => {
  site.put('/frame', documentOf('<p>+1 303 555 0161</p>'));
  site.put(
    '/',
    documentOf(`<div id="early"><template shadowrootmode="open"><p>+1 303 555 0142</p></template></div>
      <iframe src="/frame"></iframe><iframe srcdoc="<p>+1 303 555 0162</p>"></iframe>`),
  );
  const page = await openSpaces(offhook);
  await expect.poll(() => markedNumbers(page)).toEqual(['+1 303 555 0142']);
  for (const [at, number] of [
    [1, '+1 303 555 0161'],
    [2, '+1 303 555 0162'],
  ] as const) {
    const frame = page.frames()[at];
    const marked = () =>
      frame?.evaluate(() => [...(CSS.highlights.get('telephone-number') ?? [])].map(String).length);
    await expect.poll(marked, number).toBe(1);
  }
});

test('finds numbers in shadow roots that elements get long after they were drawn', async ({
  offhook,
  site,
}) => {
  site.put(
    '/card.js',
    `customElements.define('contact-card', class extends HTMLElement {
      connectedCallback() { this.attachShadow({ mode: 'open' }).innerHTML = '<p>+1 303 555 0143</p>'; }
    });`,
  );
  site.put('/', documentOf('<p>+1 303 555 0142</p><contact-card></contact-card><div id="late"></div>'));
  const page = await openSpaces(offhook);
  await placeOf(page, '+1 303 555 0142');
  await page.addScriptTag({ url: '/card.js' });
  await expect.poll(() => markedNumbers(page)).toContain('+1 303 555 0143');
  await page.evaluate(() => {
    const late = document.querySelector('#late');
    if (late) late.attachShadow({ mode: 'open' }).innerHTML = '<p>+1 303 555 0144</p>';
    document.body.append('Now there is more.');
  });
  await expect.poll(() => markedNumbers(page)).toContain('+1 303 555 0144');
});

test('finds numbers of a page in right-to-left', async ({ offhook, site }) => {
  site.put('/', documentOf('<div dir="rtl"><p>هاتف ‎+971 4 123 4567</p><p>טלפון +972 50-234-5678</p></div>'));
  const page = await openSpaces(offhook);
  await expect.poll(() => markedNumbers(page)).toEqual(['+971 4 123 4567', '+972 50-234-5678']);
});

for (const count of [10_000, 100_000]) {
  test(`finds the numbers among ${count} nodes, and never holds the page up`, async ({ offhook, site }) => {
    const rows = Array.from({ length: count }, (_, at) =>
      at % 100 === 50
        ? `<p>Call +1 303 555 ${String(at % 10_000).padStart(4, '0')}</p>`
        : `<p>Line ${at} of it</p>`,
    );
    site.put('/', documentOf(rows.join('')));
    const page = await openSpaces(offhook);
    // What a busy machine adds is not ours; reading so much at once would be a second.
    expect(await longestDelay(page, 300)).toBeLessThan(800);
    await expect.poll(async () => (await markedNumbers(page)).length, { timeout: 30_000 }).toBe(count / 100);
  });
}
