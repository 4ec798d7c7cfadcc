import '../ui/fake-i18n';
import 'fake-indexeddb/auto';
import { render } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ColleaguesFound, DialResult } from '../bus/protocol';
import { DENVER } from '../core/dial/make-rules';
import type { DialRules } from '../core/dial/rules';
import { makeNumbering } from '../core/directory/numbering';
import { makeCallRecord } from '../core/make-call-record';
import { addCallRecords } from '../store/change-call-log';
import { speak } from '../ui/fake-i18n';
import { Dialer } from './dialer';
import { type Draft, emptyDraft } from './draft';

let dialled: Draft[];
let answer: DialResult;
let placing: Promise<void>;
let rules: DialRules | null;
let colleagues: ColleaguesFound;
const matching = { numbering: makeNumbering(null), digits: undefined };
const typed = (number: string): Draft => ({ typed: number, asTyped: false });
const Stage = () => {
  const [draft, setDraft] = useState(emptyDraft);
  const dial = async (draft: Draft) => {
    dialled.push(draft);
    await placing;
    return answer;
  };
  const searchColleagues = async () => colleagues;
  const intents = { dial, prepare: () => undefined, searchColleagues };
  const settings = useMemo(() => ({ rules, emergencyNumbers: [] }), []);
  return (
    <Dialer
      draft={draft}
      onDraft={setDraft}
      settings={settings}
      matching={matching}
      formatNumber={(number) => number}
      presenceOf={() => null}
      intents={intents}
    />
  );
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

afterEach(() => render(null, document.body));

let isColleaguesOn: boolean;
const storage = {
  local: { get: async () => ({ searchesColleagues: isColleaguesOn }) },
  onChanged: { addListener: () => undefined, removeListener: () => undefined },
};

beforeEach(() => {
  isColleaguesOn = false;
  Object.assign(browser, { storage });
  speak('en');
  dialled = [];
  answer = { ok: true, callId: 'c1' as never };
  placing = Promise.resolve();
  rules = null;
  colleagues = { ok: false, why: 'off' };
  render(null, document.body);
  render(<Stage />, document.body);
});

it('takes what is typed anywhere on the page, and Enter calls', async () => {
  for (const name of ['6', '0', 'Shift', 'ArrowLeft', '0', 'Enter']) await key(name);
  expect(dialled).toEqual([typed('600')]);
  expect(field().value).toBe('');
});

it('keeps what is typed while the call before is still being placed', async () => {
  let place = () => {};
  placing = new Promise((resolve) => {
    place = resolve;
  });
  for (const name of ['6', '0', '0', 'Enter', '1']) await key(name);
  place();
  await drawn();
  expect(field().value).toBe('6001');
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
  expect(dialled).toEqual([typed(' +49 (0371) 555-0123\u202c')]);
});

it('keeps the number and says why when a call cannot be begun', async () => {
  answer = { ok: false, why: 'not-registered' };
  await key('6');
  await key('Enter');
  expect(document.querySelector('[role=alert]')?.textContent).toContain('not registered');
  expect(field().value).toBe('6');
});

it('fills in the last number dialled when called with none, and calls it the next time', async () => {
  const last = makeCallRecord(1, {
    direction: 'outbound',
    typed: '0371 5550123',
    sent: '03715550123',
    outcome: 'busy',
  });
  await addCallRecords([last]);
  await key('Enter');
  await vi.waitFor(() => expect(field().value).toBe('0371 5550123'));
  expect(dialled).toEqual([]);
  await key('Enter');
  expect(dialled).toEqual([typed('0371 5550123')]);
});

it('suggests people of Avaya Spaces below those of the directory when that is switched on, and calls them', async () => {
  isColleaguesOn = true;
  const zoe = { id: 'z', name: 'Zoë Zander', emails: [], numbers: ['+49 371 5550199'] };
  colleagues = { ok: true, people: [zoe] };
  render(null, document.body);
  render(<Stage />, document.body);
  await drawn();
  field().value = 'zoe';
  field().dispatchEvent(new Event('input', { bubbles: true }));
  const option = () => document.querySelector<HTMLElement>('[role=option]');
  await vi.waitFor(() => expect(option()?.textContent).toContain('Zoë Zander'));
  expect(option()?.textContent).toContain('Avaya Spaces');
  option()?.click();
  expect(dialled).toEqual([typed('+49 371 5550199')]);
});

describe('what will become of a number', () => {
  const preview = () => [...document.querySelectorAll('.preview p')].map(({ textContent }) => textContent);
  const write = async (number: string) => {
    field().value = number;
    field().dispatchEvent(new Event('input', { bubbles: true }));
    await drawn();
  };
  const asTyped = () => document.querySelector<HTMLInputElement>('.as-typed input');
  const underRules = async (given: DialRules | null) => {
    rules = given;
    render(null, document.body);
    render(<Stage />, document.body);
    await drawn();
  };

  it('is shown as it is typed, with the reason', async () => {
    await underRules(DENVER);
    await write('212-555-0123');
    expect(preview()).toEqual(['Sends 912125550123', 'outside line, long distance']);
    await write('212-555-0123 x45');
    expect(preview()).toEqual(['Sends 912125550123 then tones 45', 'outside line, long distance']);
  });

  it('is not shown when it is sent as it was typed, separators apart', async () => {
    await underRules(DENVER);
    for (const number of ['', '12345', '12 345', '9-1-212-555-0123', 'sip:bob@example.com']) {
      await write(number);
      expect(preview(), number).toEqual([]);
    }
  });

  it('is an emergency call, said so with whose location is given, whether or not the number changes', async () => {
    for (const given of [null, DENVER]) {
      await underRules(given);
      await write('911');
      expect(preview()).toEqual(['Emergency call', expect.stringContaining('where the telephone system is')]);
    }
  });

  it('is nothing when there is nothing to dial in it', async () => {
    await underRules(null);
    await write('Bob');
    expect(preview()).toEqual(['nothing to dial']);
  });

  it('is what was typed when the rules are switched off for one call, and only for one', async () => {
    await underRules(DENVER);
    await write('212-555-0123');
    asTyped()?.click();
    await drawn();
    expect(preview()).toEqual([]);
    await click('Call');
    expect(dialled).toEqual([{ typed: '212-555-0123', asTyped: true }]);
    expect(asTyped()?.checked).toBe(false);
  });

  it('needs no switch where there are no rules', async () => {
    await underRules(null);
    expect(asTyped()).toBeNull();
  });
});
