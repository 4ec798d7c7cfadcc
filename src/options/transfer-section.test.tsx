import '../ui/fake-i18n';
import { render } from 'preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { EMPTY_DIAL_RULES } from '../core/dial/rules';
import { exportSettings, type PortableSettings } from '../core/settings/portable-settings';
import { automatic } from '../core/settings/server-choice';
import { speak } from '../ui/fake-i18n';
import { TransferSection } from './transfer-section';

const text = '{"IP_Office_Server_Profile": [{"Name": "West", "Address": "west.example.com"}]}';
const account = { server: automatic, extension: '201', isSignedIn: true };
const settings: PortableSettings = {
  account: { server: automatic, extension: '202' },
  sources: { paste: { text, takenAt: 1 } },
  ownRules: EMPTY_DIAL_RULES,
};

let taken: PortableSettings[];
const saved: string[] = [];
const shown = () => document.body.textContent ?? '';
const button = (label: string) =>
  [...document.querySelectorAll('button')].find(({ textContent }) => textContent === label);
async function open(content: string): Promise<void> {
  const input = document.querySelector<HTMLInputElement>('input[type=file]');
  if (!input) throw new Error('no way in');
  Object.defineProperty(input, 'files', { value: [new File([content], 'mine.json')], configurable: true });
  input.dispatchEvent(new Event('change', { bubbles: true }));
  await vi.waitFor(() => expect(shown()).toContain('mine.json'));
}

beforeEach(() => {
  speak('en');
  taken = [];
  saved.length = 0;
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    if (blob instanceof Blob) void blob.text().then((content) => saved.push(content));
    return 'blob:';
  });
  const importSettings = async (imported: PortableSettings) => {
    taken.push(imported);
    return true;
  };
  render(null, document.body);
  const state = { account, sources: { paste: { text, takenAt: 1 } }, ownRules: undefined };
  render(<TransferSection state={state} intents={{ importSettings }} />, document.body);
});

it('saves what is set, without what is secret or another computer’s own', async () => {
  button('Save settings')?.click();
  await vi.waitFor(() => expect(saved).toHaveLength(1));
  expect(JSON.parse(saved[0] ?? '').settings).toEqual({
    account: { server: automatic, extension: '201' },
    sources: { paste: { text } },
  });
});

describe('a file that is opened', () => {
  it('is told before it is taken, and then taken as a whole', async () => {
    await open(exportSettings(settings));
    for (const content of [
      'extension 202',
      'server: automatic',
      'server profile with West',
      'your own dial rules',
    ])
      expect(shown()).toContain(content);
    expect(shown()).toContain('You will be signed out');
    expect(taken).toEqual([]);
    button('Use these settings')?.click();
    await vi.waitFor(() => expect(shown()).toContain('The settings are in force.'));
    expect(taken).toMatchObject([{ ...settings, sources: { paste: { text } } }]);
  });

  it('does not threaten to sign out who keeps the extension', async () => {
    await open(exportSettings({ account: { server: automatic, extension: '201' } }));
    expect(shown()).not.toContain('You will be signed out');
  });

  it('that is refused says everything that is wrong, and cannot be taken', async () => {
    await open(
      '{"offhook": "settings", "version": 1, "settings": {"account": {"extension": "2 01"}, "x": 1}}',
    );
    expect(shown()).toContain('The file mine.json cannot be used. Nothing has been changed.');
    for (const path of ['settings.account.server', 'settings.account.extension', 'settings.x'])
      expect(shown()).toContain(path);
    expect(shown()).toContain('settings.account.extension Expected: an extension, such as 201');
    expect(button('Use these settings')).toBeUndefined();
  });
});
