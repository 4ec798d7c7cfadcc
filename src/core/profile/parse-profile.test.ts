import { describe, expect, it } from 'vitest';
import { mend, problemsOf } from './mend';
import { parseProfile } from './parse-profile';
import type { Profile } from './profile';
import { makeSample, makeServer } from './samples';

function profilesOf(text: string): readonly Profile[] {
  const result = parseProfile(text);
  if (!result.ok) throw new Error(JSON.stringify(result.problems, null, 1));
  return result.profiles;
}

function only(more: string): Profile {
  const [profile] = profilesOf(makeServer(more));
  if (!profile) throw new Error('no profile');
  return profile;
}

/** What is wrong, as `code line:column path`. */
function faults(text: string): readonly string[] {
  return problemsOf(text).map(({ code, line, column, path }) => `${code} ${line}:${column} ${path}`);
}

describe('a document of the manuals', () => {
  it('loads with one server, and with two, and with every default', () => {
    expect(profilesOf(makeSample('ipoffice-single.json'))).toEqual([
      {
        kind: 'ip-office',
        name: 'Head Office',
        gateways: ['wss://primary.example.com:9443/ws'],
        sipDomain: 'primary.example.com',
        accountsToken: true,
        accountsAddress: 'https://accounts.avayacloud.com',
        accountsClientId: null,
        logDownload: true,
        autoFailover: false,
        iceServers: [],
        dialRule: 'off',
        rules: {
          outsidePrefix: '',
          countryCode: '',
          cityCodes: [],
          pbxPrefix: '',
          longDistancePrefix: '',
          internationalPrefix: '',
          extensionLengths: [],
          nationalLengths: [],
          removeAreaCode: false,
          applyToPlusNumber: false,
        },
        emergencyNumbers: [],
        voicemailNumber: '*17',
      },
    ]);
    expect(profilesOf(makeSample('ipoffice-west-east.json')).map(({ name }) => name)).toEqual([
      'West',
      'East',
    ]);
  });

  it('carries the dial rules and the STUN server of the system', () => {
    expect(profilesOf(makeSample('ipoffice-dial-rules.json'))[0]).toMatchObject({
      iceServers: [{ urls: 'stun:asbce.example.com:3478' }],
      autoFailover: true,
      dialRule: 'profile',
      rules: {
        outsidePrefix: '9',
        cityCodes: ['555', '777'],
        extensionLengths: [3, 4],
        removeAreaCode: true,
      },
    });
  });

  it('loads an Aura gateway on port 443 without a voicemail number, and a long name is only a warning', () => {
    const result = parseProfile(makeSample('aura-internal-external.json'));
    expect(result).toMatchObject({
      ok: true,
      profiles: [
        { kind: 'aura', gateways: ['wss://v-aawg.example.org/ws'], dialRule: 'own', voicemailNumber: '' },
        {},
      ],
      warnings: [{ code: 'nameLong' }, { code: 'nameLong' }],
    });
  });

  it('may have both kinds of server', () => {
    const both = `{"Aura_Web_Gateway_Server_Profile": [{"Name": "A", "Address": "a.example"}],
      "IP_Office_Server_Profile": [{"Name": "B", "Address": "b.example"}]}`;
    expect(profilesOf(both).map(({ kind }) => kind)).toEqual(['aura', 'ip-office']);
  });
});

describe('a sample of a translated manual', () => {
  it('in German is refused with all its mistakes, and loads when mended', () => {
    const text = makeSample('as-printed-de.txt');
    expect(faults(text)).toEqual([
      'quotes 4:5 IP_Office_Server_Profile[0].Name',
      'quotes 4:13 IP_Office_Server_Profile[0].Name',
      'quotes 5:5 IP_Office_Server_Profile[0].Adresse',
      'didYouMean 5:5 IP_Office_Server_Profile[0].Adresse',
      'quotes 5:16 IP_Office_Server_Profile[0].Adresse',
      'quotes 6:5 IP_Office_Server_Profile[0].AccountsToken',
      'translatedFlag 6:22 IP_Office_Server_Profile[0].AccountsToken',
      'quotes 9:5 IP_Office_Server_Profile[1].Name',
      'quotes 9:13 IP_Office_Server_Profile[1].Name',
      'didYouMean 10:5 IP_Office_Server_Profile[1].Adresse',
      'quotes 11:5 IP_Office_Server_Profile[1].AccountsToken',
      'translatedFlag 11:22 IP_Office_Server_Profile[1].AccountsToken',
    ]);
    expect(problemsOf(text).every(({ fix }) => fix)).toBe(true);
    expect(profilesOf(mend(text)).map(({ name, accountsToken }) => [name, accountsToken])).toEqual([
      ['West', true],
      ['Ost', true],
    ]);
  });

  it('in French is refused with all its mistakes, and loads when mended', () => {
    const text = makeSample('as-printed-fr.txt');
    expect(faults(text)).toEqual([
      'didYouMean 2:3 Profil_Serveur_IP_Office',
      'didYouMean 4:5 Profil_Serveur_IP_Office[0].Nom',
      'didYouMean 5:5 Profil_Serveur_IP_Office[0].Adresse',
      'didYouMean 6:5 Profil_Serveur_IP_Office[0]["Jeton de compte"]',
      'translatedFlag 6:24 Profil_Serveur_IP_Office[0]["Jeton de compte"]',
    ]);
    expect(profilesOf(mend(text))).toMatchObject([{ name: 'Siège social', accountsToken: true }]);
  });
});

describe('our own fields', () => {
  it.each([
    ['"WebSocketPort": 8089, "WebSocketPath": "/sip"', 'wss://west.example.com:8089/sip'],
    ['"WebSocketPort": "8089"', 'wss://west.example.com:8089/ws'],
  ])('%s lead to %s', (more, url) => {
    expect(only(more).gateways).toEqual([url]);
  });

  it('name secondary gateways in a comma list or in a list of texts', () => {
    const gateways = ['wss://west.example.com:9443/ws', 'wss://b.example:9443/ws', 'wss://c.example:8443/x'];
    expect(only('"SecondaryAddress": "b.example,wss://c.example:8443/x"').gateways).toEqual(gateways);
    expect(only('"SecondaryAddress": ["b.example", "wss://c.example:8443/x"]').gateways).toEqual(gateways);
  });

  it.each([
    ['', 'turn:relay.example:3478?transport=udp'],
    [', "TURNTransport": "tcp", "TURNPort": "443"', 'turn:relay.example:443?transport=tcp'],
    [', "TURNTransport": "tls", "TURNPort": 5349', 'turns:relay.example:5349?transport=tcp'],
  ])('name a relay%s', (more, urls) => {
    const relay = `"TURNHost": "relay.example", "TURNUser": "u", "TURNPassword": "p"${more}`;
    expect(only(relay).iceServers).toEqual([{ urls, username: 'u', credential: 'p' }]);
  });

  it('set domain, accounts service, emergency numbers and voicemail', () => {
    const more = `"SIPDomain": "sip.example", "AccountsAddress": "https://login.example/x/", "AccountsClientId": "id",
      "EmergencyNumbers": "112,*911", "VoicemailNumber": "*99"`;
    expect(only(more)).toMatchObject({
      sipDomain: 'sip.example',
      accountsAddress: 'https://login.example/x',
      accountsClientId: 'id',
      emergencyNumbers: ['112', '*911'],
      voicemailNumber: '*99',
    });
  });
});

describe('the address of a server', () => {
  it.each([
    ['gw.example.com', 'wss://gw.example.com:9443/ws'],
    ['GW.Example.com:8443', 'wss://gw.example.com:8443/ws'],
    ['wss://gw.example.com:8443/path', 'wss://gw.example.com:8443/path'],
    ['wss://gw.example.com/ws', 'wss://gw.example.com/ws'],
    ['[2001:db8::1]:8443', 'wss://[2001:db8::1]:8443/ws'],
    ['münchen.example', 'wss://xn--mnchen-3ya.example:9443/ws'],
    ['ws://127.0.0.1:8088/ws', 'ws://127.0.0.1:8088/ws'],
    ['ws://[::1]:8088', 'ws://[::1]:8088/ws'],
    ['ws://localhost:8088', 'ws://localhost:8088/ws'],
  ])('may be %s', (address, url) => {
    const text = `{"IP_Office_Server_Profile": [{"Name": "A", "Address": "${address}"}]}`;
    expect(profilesOf(text)[0]?.gateways).toEqual([url]);
  });

  it.each([
    ['http://gw.example.com', 'addressScheme', 'gw.example.com'],
    ['https://gw.example.com:8443/ws', 'addressScheme', 'wss://gw.example.com:8443/ws'],
    ['sip:gw.example.com', 'addressScheme', 'gw.example.com'],
    ['sip:gw.example.com:5061', 'addressScheme', undefined],
    ['ws://gw.example.com', 'addressPlain', undefined],
    ['ws://128.0.0.1', 'addressPlain', undefined],
    ['ws://127.0.0.1.example.com', 'addressPlain', undefined],
    [' gw.example.com ', 'addressSpace', 'gw.example.com'],
    ['gw example.com', 'addressSpace', undefined],
    ['wss://joe:secret@gw.example.com', 'addressCredentials', 'wss://gw.example.com'],
    ['gw.example.com:70000', 'portInvalid', undefined],
    ['gw.example.com:0', 'portInvalid', undefined],
    ['gw.example.com/ws', 'addressPath', 'wss://gw.example.com:9443/ws'],
    ['wss://gw.example.com#x', 'addressFragment', 'wss://gw.example.com'],
    ['gw..example.com', 'addressInvalid', undefined],
    ['<your server>', 'addressSpace', undefined],
    ['999.1.1.1', 'addressInvalid', undefined],
    ['', 'emptyText', undefined],
  ])('is refused as %s', (address, code, mended) => {
    const text = `{"IP_Office_Server_Profile": [{"Name": "A", "Address": "${address}"}]}`;
    const problem = problemsOf(text).find((one) => one.code === code);
    expect(problem).toMatchObject({
      severity: 'error',
      path: 'IP_Office_Server_Profile[0].Address',
      column: 56,
    });
    expect(problem?.fix?.edits[0]?.text).toBe(mended);
    expect(JSON.stringify({ ...problem, fix: undefined })).not.toContain('secret');
  });
});

describe('codes with the digits that are dialled before them', () => {
  it.each([
    ['"CityCode": "037292"', ['37292'], 'areaCodeTrunk', '37292'],
    ['"CityCode": "030,040", "CountryCode": "49"', ['30', '40'], 'areaCodeTrunk', '30,40'],
    ['"CityCode": "1303", "CountryCode": "1", "LongDistancePrefix": "1"', ['303'], 'areaCodeTrunk', '303'],
  ])('%s loads with a warning', (more, cityCodes, code, text) => {
    expect(only(more).rules.cityCodes).toEqual(cityCodes);
    expect(problemsOf(makeServer(more))).toMatchObject([
      { severity: 'warning', code, fix: { edits: [{ text }] } },
    ]);
  });

  it('leaves the 0 that belongs to an Italian number', () => {
    expect(only('"CountryCode": "39", "CityCode": "06"').rules.cityCodes).toEqual(['06']);
  });

  it.each([
    ['+44', '44'],
    ['0049', '49'],
    ['001161', '61'],
    ['01144', '44'],
    ['+1', '1'],
    ['001', '1'],
  ])('takes the country code %s for %s, with a warning', (written, countryCode) => {
    expect(only(`"CountryCode": "${written}"`).rules.countryCode).toBe(countryCode);
    expect(problemsOf(makeServer(`"CountryCode": "${written}"`))).toMatchObject([
      { severity: 'warning', code: 'countryCodePrefix', fix: { edits: [{ text: countryCode }] } },
    ]);
  });

  it('takes off the access code that the profile itself names', () => {
    expect(only('"CountryCode": "811044", "InternationalPrefix": "8110"').rules.countryCode).toBe('44');
  });
});

describe('passwords', () => {
  it.each([
    '"TURNPassword": hunter2',
    '"TURNPassword": ["hunter2"]',
    '"TURNPassword": „hunter2“',
    "'TURNPassword': 'hunter2'",
    '"TURNPassword": "hunter2\n',
    '"Password": hunter2',
    '"TURNPassword" "hunter2" }]} "TURNPassword": "hunter2"',
  ])('are in no problem of %s', (more) => {
    const problems = problemsOf(makeServer(more));
    expect(problems.length).toBeGreaterThan(0);
    const shown = problems.map(({ fix, ...rest }) => [rest, fix?.label]);
    expect(JSON.stringify(shown)).not.toContain('hunter2');
  });
});
