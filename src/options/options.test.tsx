// @vitest-environment happy-dom
import '../ui/fake-i18n';
import { render } from 'preact';
import { useState } from 'preact/hooks';
import { beforeEach, expect, it } from 'vitest';
import type { ProfileDocument } from '../bus/protocol';
import { parseProfile } from '../core/profile/parse-profile';
import { emptySnapshot } from '../core/snapshot';
import { speak } from '../ui/fake-i18n';
import { gatewayOrigins } from './gateway-access';
import { mayDownloadLog } from './may-download-log';
import { ProfileEditor } from './profile-editor';

const broken =
  '{"IP_Office_Server_Profile": [\r\n  {"Name": "West"},\r\n  {"Name": "East", "Address": "east.example.com"},\r\n]}';
const good = '{"IP_Office_Server_Profile": [{"Name": "West", "Address": "west.example.com"}]}';

let used: ProfileDocument[];
const Stage = () => {
  const [draft, setDraft] = useState('');
  const use = async (document: ProfileDocument) => {
    used.push(document);
    return true;
  };
  return <ProfileEditor draft={draft} onDraft={setDraft} onUse={use} />;
};
const field = () => document.querySelector('textarea') as HTMLTextAreaElement;
const drawn = () => new Promise((resolve) => setTimeout(resolve));
const paste = async (written: string) => {
  field().value = written;
  field().dispatchEvent(new Event('input', { bubbles: true }));
  await drawn();
};
const profilesOf = (written: string) => {
  const result = parseProfile(written);
  return result.ok ? result.profiles : [];
};

beforeEach(() => {
  speak('en');
  used = [];
  render(null, document.body);
  render(<Stage />, document.body);
});

it('lists every problem of a broken document by line, column and path, and has no button to use it', async () => {
  await paste(broken);
  const places = [...document.querySelectorAll('.problem-place')].map((place) => place.textContent);
  expect(places).toEqual([
    'ErrorLine 2, column 3IP_Office_Server_Profile[0].Address',
    'ErrorLine 3, column 50IP_Office_Server_Profile',
  ]);
  expect(document.querySelector('.primary')).toBeNull();
});

it('puts the caret where the problem is', async () => {
  await paste(broken);
  document.querySelectorAll<HTMLButtonElement>('.problem-place')[1]?.click();
  expect(document.activeElement).toBe(field());
  expect(field().value.slice(field().selectionStart, field().selectionEnd)).toBe(',');
});

it('mends with one click what it is sure of', async () => {
  await paste(broken);
  document.querySelector<HTMLButtonElement>('.problem .quiet')?.click();
  await drawn();
  expect(document.querySelectorAll('.problem')).toHaveLength(1);
});

it('puts a good document in force with all that was understood, whatever Chrome is answered', async () => {
  await paste(good);
  document.querySelector<HTMLButtonElement>('.primary')?.click();
  await drawn();
  expect(used).toEqual([{ text: good, profiles: profilesOf(good) }]);
  expect(document.querySelector('[role=status]')?.textContent).toBe('The profile is in force.');
});

it('asks for leave to reach the hosts of the gateways, each once and without its port', () => {
  const noSignOn = { accountsToken: false, accountsAddress: 'https://accounts.example.com' };
  const gateways = (...urls: [string, ...string[]]) => ({ ...noSignOn, gateways: urls });
  const profiles = [
    gateways('wss://a.example.com:9443/ws', 'wss://a.example.com/ws'),
    gateways('ws://[::1]:5066/'),
  ];
  expect(gatewayOrigins(profiles)).toEqual(['https://a.example.com/*', 'http://[::1]/*']);
});

it('asks for leave to reach the accounts service where one signs on there', () => {
  const [profile] = profilesOf(
    good.replace('"}', '", "AccountsToken": true, "AccountsAddress": "id.example.com:8443"}'),
  );
  expect(gatewayOrigins(profile ? [profile] : [])).toContain('https://id.example.com/*');
});

it('has no download of the log book when the profile in force forbids it', () => {
  const text = good.replace(
    '"}',
    '", "LogDownload": false}, {"Name": "East", "Address": "east.example.com"}',
  );
  const profile = { text, profiles: profilesOf(text) };
  const account = (name: string) => ({
    server: { kind: 'named', name } as const,
    extension: '201',
    isSignedIn: true,
  });
  const snapshot = emptySnapshot;
  expect(mayDownloadLog({ snapshot, profile, account: account('West') })).toBe(false);
  expect(mayDownloadLog({ snapshot, profile, account: account('East') })).toBe(true);
  expect(mayDownloadLog({ snapshot, profile, account: undefined })).toBe(false);
  expect(mayDownloadLog({ snapshot, profile: undefined, account: undefined })).toBe(true);
});
