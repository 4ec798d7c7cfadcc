import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIELDS, type FieldName } from './field-names';
import { defaultsOf, knownEmergencyNumbers } from './form-defaults';
import {
  addServer,
  type FormServer,
  placeInForm,
  problemsOfField,
  readForm,
  removeServer,
  writeField,
} from './form-document';
import { problemsOf } from './mend';
import { parseProfile } from './parse-profile';
import { makeSample, makeServer } from './samples';

function serverOf(text: string, index = 0): FormServer {
  const server = readForm(text)?.servers[index];
  if (!server) throw new Error(`there is no server ${index}`);
  return server;
}
const valuesOf = (text: string, index = 0) =>
  Object.fromEntries([...serverOf(text, index).fields].map(([name, { value }]) => [name, value]));

const BOTH = `{
  "IP_Office_Server_Profile": [{"Name": "West", "Address": "west.example.com"}],
  "Owner": "IT",
  "Aura_Web_Gateway_Server_Profile": [
    {"Name": "East", "Address": "east.example.com", "Building": 7}
  ]
}`;

describe('a document as a form shows it', () => {
  it('has every server of both kinds, with what is written', () => {
    expect(readForm(BOTH)?.servers.map(({ kind, unknown }) => ({ kind, unknown }))).toEqual([
      { kind: 'ip-office', unknown: [] },
      { kind: 'aura', unknown: ['Building'] },
    ]);
    expect(valuesOf(BOTH, 1)).toEqual({ Name: 'East', Address: 'east.example.com' });
  });

  it('has texts, numbers, flags and lists as a person reads them', () => {
    const text = makeServer(
      '"STUNPort": 3479, "DialRule": false, "SecondaryAddress": ["a.example", "b.example"], "CityCode": [1, "2"], "LogDownload": null',
    );
    expect(valuesOf(text)).toMatchObject({
      STUNPort: '3479',
      DialRule: 'false',
      SecondaryAddress: 'a.example, b.example',
      CityCode: '1, 2',
      LogDownload: 'null',
    });
  });

  it('finds a field under the name that it has by a slip', () => {
    const text = '{"IP_Office_Server_Profile": [{"Nom": "West", "Adresse": "west.example.com"}]}';
    expect(valuesOf(text)).toEqual({ Name: 'West', Address: 'west.example.com' });
    expect(writeField(text, serverOf(text), 'Address', 'x.example.com')).toBe(
      text.replace('west.example', 'x.example'),
    );
  });

  it.each([
    '',
    'hello',
    '[]',
    '"text"',
    makeSample('as-printed-de.txt'),
    '{"IP_Office_Server_Profile": [',
    '['.repeat(99_999),
  ])('is none when the text is no JSON object: %.30s', (text) => {
    expect(readForm(text)).toBeNull();
  });

  it('takes __proto__ for a name like any other', () => {
    const text = makeServer('"__proto__": {"Name": "x"}');
    expect(serverOf(text).unknown).toEqual(['__proto__']);
    expect(({} as { Name?: string }).Name).toBeUndefined();
  });
});

describe('writing a field', () => {
  it('changes that field and not one sign beside it', () => {
    const changed = writeField(BOTH, serverOf(BOTH, 1), 'Name', 'Far East');
    expect(changed).toBe(BOTH.replace('"East"', '"Far East"'));
  });

  it('keeps a number a number, a list of gateways a list, and a flag a flag', () => {
    const text = makeServer('"STUNPort": 3479, "SecondaryAddress": ["a.example"], "DialRule": true');
    let changed = writeField(text, serverOf(text), 'STUNPort', '3480');
    changed = writeField(changed, serverOf(changed), 'SecondaryAddress', 'a.example, c.example,');
    changed = writeField(changed, serverOf(changed), 'DialRule', false);
    const [server] = JSON.parse(changed).IP_Office_Server_Profile;
    expect(server).toMatchObject({
      STUNPort: 3480,
      SecondaryAddress: ['a.example', 'c.example'],
      DialRule: false,
    });
  });

  it('keeps what is no number a text, so that the parser can say what is wrong with it', () => {
    const text = makeServer('"STUNPort": 3479');
    const changed = writeField(text, serverOf(text), 'STUNPort', '34x');
    expect(problemsOfField(problemsOf(changed), serverOf(changed), 'STUNPort')).toMatchObject([
      { code: 'portInvalid', severity: 'error' },
    ]);
  });

  it('takes a field away without a trace', () => {
    const text = makeServer('"PbxPrefix": "5"');
    expect(JSON.parse(writeField(text, serverOf(text), 'PbxPrefix', undefined))).toEqual(
      JSON.parse(makeServer()),
    );
  });

  it('gives back what was written, whatever it is, and leaves all others alone', () => {
    const name = fc.constantFrom<FieldName>(...FIELDS);
    fc.assert(
      fc.property(name, fc.string({ maxLength: 40, unit: 'binary' }), (field, value) => {
        const changed = writeField(BOTH, serverOf(BOTH, 1), field, value);
        const written = JSON.parse(changed);
        expect(written.Aura_Web_Gateway_Server_Profile[0][field]).toBe(value);
        expect(written.Aura_Web_Gateway_Server_Profile[0].Building).toBe(7);
        expect(written.IP_Office_Server_Profile).toEqual(JSON.parse(BOTH).IP_Office_Server_Profile);
      }),
      { numRuns: 100 },
    );
  });
});

describe('adding and taking away servers', () => {
  it('begins a document of either kind', () => {
    expect(JSON.parse(addServer('  \n', 'aura'))).toEqual({
      Aura_Web_Gateway_Server_Profile: [{ Name: '', Address: '' }],
    });
  });

  it('adds to the list of its kind, or begins that list', () => {
    const second = addServer(makeServer(), 'ip-office');
    expect(readForm(second)?.servers.map(({ path }) => path)).toEqual([
      ['IP_Office_Server_Profile', 0],
      ['IP_Office_Server_Profile', 1],
    ]);
    expect(readForm(addServer(second, 'aura'))?.servers.at(-1)?.path).toEqual([
      'Aura_Web_Gateway_Server_Profile',
      0,
    ]);
  });

  it('takes the list away with its last server, and nothing else', () => {
    expect(JSON.parse(removeServer(BOTH, serverOf(BOTH, 0)))).toEqual({
      Owner: 'IT',
      Aura_Web_Gateway_Server_Profile: JSON.parse(BOTH).Aura_Web_Gateway_Server_Profile,
    });
    const two = addServer(BOTH, 'ip-office');
    expect(JSON.parse(removeServer(two, serverOf(two, 1)))).toEqual(JSON.parse(BOTH));
  });
});

describe('problems in a form', () => {
  it('stand at the field that they are about, those of a list and of missing fields too', () => {
    const text =
      '{"IP_Office_Server_Profile": [{"Name": "West", "Address": "w.example"}, {"Name": "West", "SecondaryAddress": ["ws://far.example"]}]}';
    const form = readForm(text);
    if (!form) throw new Error('this is JSON');
    const places = problemsOf(text).map((problem) => [problem.code, placeInForm(form, problem)]);
    expect(Object.fromEntries(places)).toEqual({
      missing: { server: 1, field: 'Address' },
      nameTwice: { server: 1, field: 'Name' },
      addressPlain: { server: 1, field: 'SecondaryAddress' },
    });
  });

  it('have no place there when they are about what a form does not show', () => {
    const text = makeServer('"Building": 7');
    const [problem] = problemsOf(text);
    const form = readForm(text);
    expect(problem?.code).toBe('unknownKey');
    expect(form && problem && placeInForm(form, problem)).toBeUndefined();
  });
});

describe('what applies where nothing is written', () => {
  it('follows from the kind and the address of the server', () => {
    expect(defaultsOf(serverOf(BOTH, 0))).toMatchObject({
      WebSocketPort: 9443,
      WebSocketPath: '/ws',
      SIPDomain: 'west.example.com',
      VoicemailNumber: '*17',
      LogDownload: true,
      DialRule: null,
      TURNTransport: 'udp',
    });
    expect(defaultsOf(serverOf(BOTH, 1))).toMatchObject({ WebSocketPort: 443, VoicemailNumber: '' });
    const whole = BOTH.replace('"west.example.com"', '"wss://west.example.com:7443/sip"');
    expect(defaultsOf(serverOf(whole))).toMatchObject({ WebSocketPort: 7443, WebSocketPath: '/sip' });
  });

  it('is what the parser fills in', () => {
    const result = parseProfile(BOTH);
    expect(result.ok && result.profiles[0]).toMatchObject({
      gateways: ['wss://west.example.com:9443/ws'],
      voicemailNumber: '*17',
    });
  });

  it('is known without an address too, but for the domain', () => {
    const text = addServer('', 'ip-office');
    expect(defaultsOf(serverOf(text))).toMatchObject({ WebSocketPort: 9443, SIPDomain: '' });
  });

  it('has the emergency numbers of the country', () => {
    expect(knownEmergencyNumbers(serverOf(makeServer('"CountryCode": "49"')))).toEqual(['112', '911', '110']);
  });
});
