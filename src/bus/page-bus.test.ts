import { describe, expect, it } from 'vitest';
import { askBackground, type PageHandlers, type ScriptSender, servePages } from './page-bus';

const spaces: ScriptSender = {
  id: 'offhook',
  url: 'https://spaces.avayacloud.com/a',
  origin: 'https://spaces.avayacloud.com',
  frameId: 0,
  tab: { id: 7 },
};

/** Background's ear for pages, with what it heard, and a mouth in a page. */
function makeEar(sender: ScriptSender = spaces) {
  const heard: unknown[] = [];
  let listener: (message: unknown, sender: ScriptSender) => Promise<unknown> | undefined = () => undefined;
  const note =
    <T>(reply: T) =>
    (...what: unknown[]) => {
      heard.push(what);
      return reply;
    };
  const handlers: PageHandlers = {
    'page.isSearched': note(true),
    'page.decide': note([[]]),
    'page.offer': note({ sent: '9' }),
    'page.call': note({ ok: true }),
    'page.request': note(null),
  };
  servePages(
    {
      id: 'offhook',
      getURL: (path) => `chrome-extension://offhook/${path}`,
      onMessage: {
        addListener: (added) => {
          listener = added;
        },
      },
    },
    handlers,
  );
  return { heard, say: async (message: unknown) => listener(structuredClone(message), sender) };
}

it('hears our script in a page, and says who spoke by what Chrome knows of it', async () => {
  const { heard, say } = makeEar();
  expect(await askBackground(say, 'page.offer', '303-555-0142')).toEqual({ sent: '9' });
  expect(heard).toEqual([
    [{ tabId: 7, frameId: 0, origin: 'https://spaces.avayacloud.com' }, '303-555-0142'],
  ]);
});

describe('does not hear', () => {
  it.each([
    ['another extension', { ...spaces, id: 'other' }],
    [
      'our own pages, which have the whole bus',
      { ...spaces, url: 'chrome-extension://offhook/src/popup/index.html' },
    ],
    ['what is in no tab', { ...spaces, tab: undefined }],
    ['what is in no frame', { ...spaces, frameId: undefined }],
  ] satisfies [string, ScriptSender][])('%s', async (_title, sender) => {
    const { heard, say } = makeEar(sender);
    await expect(askBackground(say, 'page.isSearched')).rejects.toThrow('nobody answers');
    expect(heard).toEqual([]);
  });

  const candidate = { start: 0, text: '1234567', before: '', after: '' };
  it.each([
    null,
    'page.call',
    { page: 'page.call' },
    { page: 'call.dial', payload: [{ typed: '600' }] },
    { name: 'call.dial', payload: [{ typed: '600' }] },
    { page: 'toString', payload: [] },
    { page: '__proto__', payload: [] },
    { page: 'page.call', payload: [] },
    { page: 'page.call', payload: ['600'] },
    { page: 'page.call', payload: [{ number: '', opensPopup: false }] },
    { page: 'page.call', payload: [{ number: 600, opensPopup: false }] },
    { page: 'page.call', payload: [{ number: '600' }] },
    { page: 'page.call', payload: [{ number: '6'.repeat(129), opensPopup: false }] },
    { page: 'page.offer', payload: [{}] },
    { page: 'page.decide', payload: [candidate] },
    { page: 'page.decide', payload: [[candidate, null]] },
    { page: 'page.decide', payload: [[{ ...candidate, text: '1'.repeat(73) }]] },
    { page: 'page.decide', payload: [[{ ...candidate, before: 7 }]] },
    { page: 'page.decide', payload: [Array(251).fill(candidate)] },
  ])('%j', async (message) => {
    const { heard, say } = makeEar();
    expect(await say(message)).toBeUndefined();
    expect(heard).toEqual([]);
  });
});

it('passes on of a candidate nothing but its fields', async () => {
  const { heard, say } = makeEar();
  await say({
    page: 'page.decide',
    payload: [[{ start: 1, text: '2', before: '3', after: '4', more: 'x'.repeat(99) }]],
  });
  expect(heard).toEqual([[expect.anything(), [{ start: 1, text: '2', before: '3', after: '4' }]]]);
});
