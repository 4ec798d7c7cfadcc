// @vitest-environment happy-dom
import '../ui/fake-i18n';
import 'fake-indexeddb/auto';
import { render } from 'preact';
import { useState } from 'preact/hooks';
import { beforeEach, expect, it, vi } from 'vitest';
import type { DialResult } from '../bus/protocol';
import { writeCallRecord } from '../store/call-log';
import { speak } from '../ui/fake-i18n';
import { Dialer } from './dialer';

let dialled: string[];
let answer: DialResult;
const Stage = () => {
  const [draft, setDraft] = useState('');
  const dial = async (typed: string) => {
    dialled.push(typed);
    return answer;
  };
  return <Dialer draft={draft} onDraft={setDraft} intents={{ dial, prepare: () => undefined }} />;
};
const field = () => document.querySelector('input') as HTMLInputElement;
const drawn = () => new Promise((resolve) => setTimeout(resolve));
const key = async (name: string, target: EventTarget = document.body) => {
  target.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }));
  await drawn();
};
const nameOf = (button: Element) =>
  button.getAttribute('aria-label') ?? (button.querySelector('.digit') ?? button).textContent;
const click = async (label: string) => {
  [...document.querySelectorAll('button')].find((button) => nameOf(button) === label)?.click();
  await drawn();
};

beforeEach(() => {
  speak('en');
  dialled = [];
  answer = { ok: true, callId: 'c1' as never };
  render(null, document.body);
  render(<Stage />, document.body);
});

it('takes what is typed anywhere on the page, and Enter calls', async () => {
  for (const name of ['6', '0', 'Shift', 'ArrowLeft', '0', 'Enter']) await key(name);
  expect(dialled).toEqual(['600']);
  expect(field().value).toBe('');
});

it('leaves shortcuts of the browser alone', async () => {
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'r', ctrlKey: true, bubbles: true }));
  await drawn();
  expect(field().value).toBe('');
});

it('does not call when Enter is pressed on a button, which has a meaning of its own', async () => {
  await key('6');
  await key('Enter', document.querySelector('.key-pad button') as HTMLElement);
  expect(dialled).toEqual([]);
});

it('types by its keys where the caret is, over what is selected', async () => {
  await click('6');
  await click('#');
  field().setSelectionRange(0, 1);
  await click('7');
  expect(field().value).toBe('7#');
  field().setSelectionRange(1, 1);
  await click('Delete last character');
  expect(field().value).toBe('#');
});

it('dials what was pasted just as it is, for the dial rules to make a number of', async () => {
  field().value = ' +49 (0371) 555-0123\u202c';
  field().dispatchEvent(new Event('input', { bubbles: true }));
  await drawn();
  await click('Call');
  expect(dialled).toEqual([' +49 (0371) 555-0123\u202c']);
});

it('keeps the number and says why when a call cannot be begun', async () => {
  answer = { ok: false, why: 'not-registered' };
  await key('6');
  await key('Enter');
  expect(document.querySelector('[role=alert]')?.textContent).toContain('not registered');
  expect(field().value).toBe('6');
});

it('fills in the last number dialled when called with none, and calls it the next time', async () => {
  await writeCallRecord({
    id: 'r1',
    direction: 'outbound',
    typed: '0371 5550123',
    sent: '03715550123',
    displayName: '',
    startedAt: 1,
    answeredAt: null,
    endedAt: 2,
    outcome: 'busy',
    cause: 'busy',
  });
  await key('Enter');
  await vi.waitFor(() => expect(field().value).toBe('0371 5550123'));
  expect(dialled).toEqual([]);
  await key('Enter');
  expect(dialled).toEqual(['0371 5550123']);
});
