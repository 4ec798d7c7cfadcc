import '../ui/fake-i18n';
import { readFileSync } from 'node:fs';
import { render } from 'preact';
import { useState } from 'preact/hooks';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ProfileDocument } from '../bus/protocol';
import { parseProfile } from '../core/profile/parse-profile';
import { makeServer } from '../core/profile/samples';
import { speak } from '../ui/fake-i18n';
import { ProfileEditor } from './profile-editor';

const broken =
  '{"IP_Office_Server_Profile": [\r\n  {"Name": "West"},\r\n  {"Name": "East", "Address": "east.example.com"},\r\n]}';

// The URLs of a page lead to no file.
const sample = (name: string) => readFileSync(`src/core/profile/samples/${name}`, 'utf8');

let used: ProfileDocument[];
const Stage = () => {
  const [draft, setDraft] = useState('');
  const use = async (document: ProfileDocument) => {
    used.push(document);
    return true;
  };
  return <ProfileEditor draft={draft} onDraft={setDraft} onUse={use} />;
};

const all = <E extends Element>(selector: string) => [...document.querySelectorAll<E>(selector)];
const texts = (selector: string) => all(selector).map(({ textContent }) => textContent);
const field = () => document.querySelector('textarea') as HTMLTextAreaElement;
const drawn = () => new Promise((resolve) => setTimeout(resolve));
const button = (name: RegExp, within: ParentNode = document) =>
  [...within.querySelectorAll('button')].find(({ textContent }) => name.test(textContent ?? ''));
const press = async (name: RegExp, within?: ParentNode) => {
  const found = button(name, within);
  if (!found) throw new Error(`there is no button ${name}`);
  found.click();
  await drawn();
};
const enter = async (input: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement, value: string) => {
  input.value = value;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  input.dispatchEvent(new Event('change', { bubbles: true }));
  await drawn();
};
const paste = async (written: string) => {
  await enter(field(), written);
  await vi.waitFor(() => expect(document.querySelector('.problem, .profile-summary')).not.toBeNull());
};
const open = async (name: string, content: BlobPart) => {
  const input = document.querySelector<HTMLInputElement>('input[type=file]');
  if (!input) throw new Error('there is no way to open a file');
  Object.defineProperty(input, 'files', { value: [new File([content], name)], configurable: true });
  input.dispatchEvent(new Event('change', { bubbles: true }));
  await vi.waitFor(() => expect(texts('.note').join()).toContain(name));
};
const choose = async (view: 'Text' | 'Form') => {
  all<HTMLInputElement>('.views input')[view === 'Text' ? 0 : 1]?.click();
  await drawn();
};
const inForm = (name: string) => document.getElementById(`field-${name}`) as HTMLInputElement;

beforeEach(async () => {
  speak('en');
  used = [];
  render(null, document.body);
  render(<Stage />, document.body);
  await drawn();
});

describe('a document as text', () => {
  it('has every problem listed by line, column and path, and no button to use it', async () => {
    await paste(broken);
    expect(texts('.problem-place')).toEqual([
      'ErrorLine 2, column 3IP_Office_Server_Profile[0].Address',
      'ErrorLine 3, column 50IP_Office_Server_Profile',
    ]);
    expect(button(/^Use this profile$/)).toBeUndefined();
  });

  it('has its lines numbered, with a sign where something is wrong, and underlined there', async () => {
    await paste(broken);
    expect(texts('.code-numbers .error')).toEqual(['2', '3']);
    expect(texts('.code-numbers > div > div')).toEqual(['1', '2', '3', '4']);
    expect(texts('.code-marks .error')).toEqual(['{', ',']);
  });

  it('tells warnings from errors', async () => {
    await paste(makeServer('"CityCode": "037292", "DialRule": maybe'));
    expect(texts('.code-marks .warning')).toEqual(['"037292"']);
    expect(texts('.code-marks .error')).toEqual(['maybe']);
    expect(texts('.problem-place strong')).toEqual(['Warning', 'Error']);
  });

  it('puts the caret where the problem is', async () => {
    await paste(broken);
    all<HTMLButtonElement>('.problem-place')[1]?.click();
    await drawn();
    expect(document.activeElement).toBe(field());
    expect(field().value.slice(field().selectionStart, field().selectionEnd)).toBe(',');
  });

  it('leads from problem to problem by F8, forwards and back, round and round', async () => {
    await paste(broken);
    field().setSelectionRange(0, 0);
    const visited = [];
    for (const shiftKey of [false, false, false, true]) {
      field().dispatchEvent(new KeyboardEvent('keydown', { key: 'F8', shiftKey, bubbles: true }));
      await drawn();
      visited.push(field().value.slice(field().selectionStart, field().selectionEnd));
    }
    expect(visited).toEqual(['{', ',', '{', ',']);
  });

  it('mends with one click what it is sure of', async () => {
    await paste(broken);
    await press(/^Remove the comma$/);
    expect(all('.problem')).toHaveLength(1);
    expect(field().value).toBe(broken.replaceAll('\r', '').replace('},\n]', '}\n]'));
  });

  it('is put in force with all that was understood, whatever Chrome is answered', async () => {
    await paste(makeServer());
    await press(/^Use this profile$/);
    const result = parseProfile(makeServer());
    expect(used).toEqual([{ text: makeServer(), profiles: result.ok ? result.profiles : [] }]);
    expect(texts('[role=status]')).toEqual(['The profile is in force.']);
  });

  it('is not put in force as it was a moment ago', async () => {
    await paste(makeServer());
    field().value = broken;
    field().dispatchEvent(new Event('input', { bubbles: true }));
    await press(/^Use this profile$/);
    expect(used).toEqual([]);
    expect(all('.problem')).toHaveLength(2);
  });
});

describe.each(['as-printed-de.txt', 'as-printed-fr.txt'] as const)('mending all of %s', (name) => {
  it('shows the difference first, and changes nothing when it is not wanted', async () => {
    await paste(sample(name));
    const count = all('.problem').length;
    expect(all('.problem > .quiet')).toHaveLength(count);
    await press(/^Mend all/);
    expect(texts('.diff .before td:last-child').length).toBeGreaterThan(2);
    expect(texts('.mend p').join()).toContain('nothing is wrong any more');
    await press(/^Cancel$/);
    expect(document.querySelector('dialog')).toBeNull();
    expect(field().value).toBe(sample(name));
  });

  it('gives a document that loads, and can be taken back', async () => {
    await paste(sample(name));
    await press(/^Mend all/);
    await press(/^Take these changes$/);
    expect(document.querySelector('dialog')).toBeNull();
    expect(all('.problem.error')).toEqual([]);
    expect(parseProfile(field().value).ok).toBe(true);
    await press(/^Undo$/);
    expect(field().value).toBe(sample(name));
    expect(all('.problem').length).toBeGreaterThan(2);
  });
});

describe('a file', () => {
  it('comes into the editor, its line breaks as those of a text field, and can be taken back', async () => {
    await enter(field(), 'typed before');
    await open('profile.json', broken);
    expect(field().value).toBe(broken.replaceAll('\r', ''));
    await press(/^Undo$/);
    expect(field().value).toBe('typed before');
  });

  it.each([
    ['an HTML page', '<!doctype html><title>Sign in</title>', 'This is a web page'],
    ['an empty one', ' \n', ''],
    ['nesting 100,000 deep', '['.repeat(100_000), 'nested this deep'],
    ['__proto__ as a key', '{"__proto__": {"x": 1}, "IP_Office_Server_Profile": []}', '__proto__'],
  ])('with %s is refused with the reason', async (_what, content, reason) => {
    await open('profile.json', content);
    expect(texts('.problem > p').join()).toContain(reason);
    expect(button(/^Use this profile$/)).toBeUndefined();
    expect(({} as { x?: number }).x).toBeUndefined();
  });

  it('of 10 MB is not even opened, and what was in the editor stays', async () => {
    await paste(makeServer());
    await open('profile.json', new Uint8Array(10 * 1024 * 1024));
    expect(texts('[role=alert]')).toEqual([
      'profile.json has 10.0 MB, and a server profile has at most 1 MB. Nothing was changed.',
    ]);
    expect(field().value).toBe(makeServer());
  });

  it('in another encoding is read, with a warning that stays while others are mended', async () => {
    const bytes = [...makeServer('"AccountsToken": wahr').replace('West', 'Büro')].map((sign) =>
      sign.charCodeAt(0),
    );
    await open('profile.json', new Uint8Array(bytes));
    expect(field().value).toContain('Büro');
    await press(/^Write true$/);
    expect(texts('.problem > p')).toEqual([
      'The file is not UTF-8; it was read as windows-1252, so letters with accents may be wrong.',
    ]);
  });
});

describe('a document as a form', () => {
  const both = `{
  "IP_Office_Server_Profile": [{"Name": "West", "Address": "west.example.com", "Rack": 4}],
  "Owner": "IT",
  "Aura_Web_Gateway_Server_Profile": [{"Name": "East", "Address": "http://east.example.com", "DialRule": true}]
}`;

  it('begins a document of the kind that is chosen', async () => {
    await choose('Form');
    await press(/Aura Web Gateway/);
    await enter(inForm('Name'), 'East');
    await enter(inForm('Address'), 'east.example.com');
    await press(/^Use this profile$/);
    expect(used[0]?.profiles).toMatchObject([{ kind: 'aura', name: 'East' }]);
  });

  it('shows what is written, and what applies where nothing is', async () => {
    await paste(both);
    await choose('Form');
    expect(inForm('Address').value).toBe('west.example.com');
    const standard = ['WebSocketPort', 'SIPDomain', 'STUNHost', 'VoicemailNumber'].map((name) =>
      inForm(name),
    );
    expect(standard.map(({ value }) => value)).toEqual(['', '', '', '']);
    expect(standard.map(({ placeholder }) => placeholder)).toEqual([
      '9443',
      'west.example.com',
      'None',
      '*17',
    ]);
    expect(inForm('DialRule').textContent).toContain('Default: Off');
    expect(texts('.profile-form > .hint')).toEqual(['What this form does not know stays as it is: Rack']);
  });

  it('writes one value and leaves every other sign of the text as it is', async () => {
    await paste(both);
    await choose('Form');
    await enter(inForm('Name'), 'Far West');
    await choose('Text');
    expect(field().value).toBe(both.replace('"West"', '"Far West"'));
  });

  it('takes a field away that is emptied or goes back to its default', async () => {
    await paste(makeServer('"PbxPrefix": "5", "LogDownload": false'));
    await choose('Form');
    await enter(inForm('PbxPrefix'), '');
    await press(/^Use the default$/);
    await choose('Text');
    expect(JSON.parse(field().value)).toEqual(JSON.parse(makeServer()));
  });

  it('says at each field what is wrong with it, and mends it there', async () => {
    await paste(both);
    await choose('Form');
    const picker = document.querySelector<HTMLSelectElement>('.form-servers select');
    if (!picker) throw new Error('there is no choice of servers');
    expect([...picker.options].map(({ text }) => text)).toEqual([
      '1. West (IP Office), problems: 1',
      '2. East (Aura Web Gateway), problems: 1',
    ]);
    await enter(picker, '1');
    expect(inForm('Address').getAttribute('aria-invalid')).toBe('true');
    const wrong = document.getElementById('field-Address-problems');
    expect(wrong?.textContent).toContain('The phone speaks wss:, not http:.');
    await press(/^Write east.example.com$/, wrong ?? undefined);
    expect(inForm('Address').value).toBe('east.example.com');
    expect(inForm('Address').getAttribute('aria-invalid')).toBe('false');
  });

  it('leads from the list to the field, on whichever server it is', async () => {
    await paste(both);
    await choose('Form');
    all<HTMLButtonElement>('.problem.error .problem-place')[0]?.click();
    await drawn();
    await vi.waitFor(() => expect(document.activeElement).toBe(inForm('Address')));
    expect(inForm('Address').value).toBe('http://east.example.com');
  });

  it('keeps a value that it cannot show until another one is chosen', async () => {
    await paste(makeServer('"AccountsToken": ["x"]'));
    await choose('Form');
    expect(inForm('AccountsToken').value).toBe('other');
    await enter(inForm('AccountsToken'), 'false');
    await choose('Text');
    expect(JSON.parse(field().value)).toEqual(JSON.parse(makeServer('"AccountsToken": false')));
  });

  it('adds a server of the other kind, and takes one away that can be had back', async () => {
    await paste(makeServer());
    await choose('Form');
    await press(/Add a server: Aura/);
    expect(inForm('Name').value).toBe('');
    await press(/^Remove this server$/);
    expect(inForm('Name').value).toBe('West');
    await press(/^Undo$/);
    expect(all('.form-servers option')).toHaveLength(2);
  });

  it('waits for text that is no JSON yet, and loses nothing of it', async () => {
    await paste(sample('as-printed-de.txt'));
    await choose('Form');
    expect(document.querySelector('.profile-form')).toBeNull();
    await press(/^Mend all/);
    await press(/^Take these changes$/);
    expect(inForm('Address').value).toBe('west.example.com');
  });
});
