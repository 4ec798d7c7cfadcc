import '../ui/fake-i18n';
import { expect, it } from 'vitest';
import { parseProfile } from '../core/profile/parse-profile';
import { emptySnapshot } from '../core/snapshot';
import { gatewayOrigins } from './gateway-access';
import { mayDownloadLog } from './may-download-log';

const good = '{"IP_Office_Server_Profile": [{"Name": "West", "Address": "west.example.com"}]}';

const profilesOf = (written: string) => {
  const result = parseProfile(written);
  return result.ok ? result.profiles : [];
};

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
