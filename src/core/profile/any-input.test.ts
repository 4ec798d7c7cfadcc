import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { decodeProfile, parseProfileBytes } from './decode';
import { mend } from './mend';
import { parseProfile } from './parse-profile';
import { DESKTOP_VARIABLES } from './run-settings-file';
import { makeSample, makeServer } from './samples';
import { exportProfile, setField } from './serialise';
import { parseSettingsFile } from './settings-file';

// Thousands of documents each; a busy machine may take its time.
vi.setConfig({ testTimeout: 60_000 });

const SAMPLES = [
  makeSample('as-printed-de.txt'),
  makeSample('as-printed-fr.txt'),
  makeSample('aura-internal-external.json'),
  makeSample('ipoffice-dial-rules.json'),
  makeSample('46xxsettings.txt'),
  makeServer(
    '"TURNHost": "t.example", "TURNUser": "u", "TURNPassword": "p", "SecondaryAddress": ["b.example"]',
  ),
];

const PIECES = [
  '"',
  '„',
  '“',
  "'",
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  ';',
  '=',
  '//',
  '/*',
  '*/',
  '#',
  '\\',
  '\n',
  '\r',
  '\u00a0',
  '\ufeff',
  '0',
  '+',
  '-',
  ' ',
  'wahr',
  'null',
  '\0',
  '\ud800',
  '__proto__',
  'SET ',
  'GOTO END\n',
  '@',
  'ws://',
];

/** A sample with a few pieces cut out, doubled or put in. */
const mutated = fc
  .tuple(
    fc.constantFrom(...SAMPLES),
    fc.array(
      fc.record({
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        cut: fc.nat(12),
        put: fc.constantFrom('', ...PIECES),
      }),
      { maxLength: 8 },
    ),
  )
  .map(([sample, changes]) =>
    changes.reduce((text, { at, cut, put }) => {
      const offset = Math.floor(at * text.length);
      return text.slice(0, offset) + put + text.slice(offset + cut);
    }, sample),
  );

const soup = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary' })), { maxLength: 60 })
  .map((pieces) => pieces.join(''));

const anyText = fc.oneof(soup, mutated, fc.string({ unit: 'binary' }), fc.json());

const number = fc.stringMatching(/^[0-9*#]{0,4}$/);
const list = fc
  .uniqueArray(fc.integer({ min: 4, max: 15 }), { maxLength: 3 })
  .map((items) => items.join(','));
const host = fc.domain();
const port = fc.oneof(fc.integer({ min: 1, max: 65535 }), fc.integer({ min: 1, max: 65535 }).map(String));
const optional = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined });

/** Servers that are right, with any of the fields, and some that we do not know. */
const server = fc.record({
  Address: fc.oneof(
    host,
    fc.tuple(host, port).map(([name, at]) => `${name}:${at}`),
    host.map((name) => `wss://${name}/sip?a=b`),
    fc.constant('ws://127.0.0.1:8088/ws'),
  ),
  WebSocketPort: optional(port),
  WebSocketPath: optional(fc.constantFrom('/', '/sip', '/a/b')),
  SIPDomain: optional(host),
  SecondaryAddress: optional(fc.oneof(host, fc.array(host.map((name) => `wss://${name}:443/x,y`)))),
  AccountsToken: optional(fc.boolean()),
  AccountsAddress: optional(host),
  AccountsClientId: optional(fc.string()),
  LogDownload: optional(fc.boolean()),
  AutoFailover: optional(fc.boolean()),
  STUNHost: optional(host),
  STUNPort: optional(port),
  TURNHost: optional(host),
  TURNTransport: optional(fc.constantFrom('udp', 'tcp', 'tls')),
  TURNUser: optional(fc.string()),
  TURNPassword: optional(fc.string()),
  DialRule: optional(fc.boolean()),
  OutsidePrefix: optional(number),
  PbxPrefix: optional(number),
  LongDistancePrefix: optional(number),
  CountryCode: optional(fc.constantFrom('1', '44', '+49', '0039', '')),
  CityCode: optional(
    fc.uniqueArray(fc.stringMatching(/^[0-9]{1,6}$/), { maxLength: 3 }).map((items) => items.join(',')),
  ),
  ExtensionLength: optional(list),
  NationalLength: optional(list),
  EmergencyNumbers: optional(fc.constantFrom('', '112', '110,*15')),
  VoicemailNumber: optional(number),
  Unheard: optional(fc.jsonValue({ maxDepth: 3 })),
});

const document = fc
  .record({
    IP_Office_Server_Profile: optional(fc.array(server, { minLength: 1, maxLength: 3 })),
    Aura_Web_Gateway_Server_Profile: fc.array(server, { minLength: 1, maxLength: 2 }),
  })
  .map((lists) => {
    const named = Object.entries(lists).map(([key, servers]) => [
      key,
      servers?.map((one, index) => ({ Name: `${key[0]}${index}`, ...one })),
    ]);
    return JSON.stringify(Object.fromEntries(named), null, 1);
  });

describe('whatever is pasted', () => {
  it('gets an answer: profiles, or at least one error', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const result = parseProfile(text);
        if (result.ok) expect(result.profiles.length).toBeGreaterThan(0);
        else expect(result.problems.some(({ severity }) => severity === 'error')).toBe(true);
        for (const { offset, length, line, column } of result.ok ? result.warnings : result.problems) {
          expect(offset >= 0 && offset + length <= text.length && line >= 1 && column >= 1).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('can be mended without end or harm: mending again changes nothing', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const mended = mend(text);
        const result = parseProfile(mended);
        if (result.ok) expect(mend(mended)).toBe(mended);
      }),
      { numRuns: 1000 },
    );
  });

  it('gets an answer as bytes, too', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(typeof parseProfileBytes(bytes).ok).toBe('boolean');
        expect(typeof decodeProfile(bytes).text).toBe('string');
      }),
      { numRuns: 1000 },
    );
  });

  it('gets an answer as a settings file, too, even one that fetches itself', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const source = { variables: DESKTOP_VARIABLES, fetchFile: async () => text };
        expect(typeof (await parseSettingsFile(`SET A 1\n${text}`, source)).result.ok).toBe('boolean');
      }),
      { numRuns: 500 },
    );
  });
});

describe('a document that is accepted', () => {
  it('gives the same profiles after export and import', () => {
    fc.assert(
      fc.property(document, (text) => {
        const result = parseProfile(text);
        if (!result.ok) throw new Error(JSON.stringify(result.problems));
        const again = parseProfile(exportProfile(result.profiles));
        expect(again).toMatchObject({ ok: true, profiles: result.profiles });
      }),
      { numRuns: 500 },
    );
  });

  it('keeps all other text when one field is written', () => {
    fc.assert(
      fc.property(document, (text) => {
        const path = ['Aura_Web_Gateway_Server_Profile', 0, 'Name'];
        const written = setField(text, path, 'Another');
        expect(parseProfile(written)).toMatchObject({ ok: true });
        expect(setField(written, path, 'A0')).toBe(text);
      }),
      { numRuns: 200 },
    );
  });
});
