import { FIELDS } from '../src/core/profile/field-names';
import { parseProfile } from '../src/core/profile/parse-profile';
import { MOST_TEXT } from '../src/core/profile/recognise';
import type { Row } from './report';

const RUNS = 15;

/** How long the longest documents take to be read, whatever is in them: a megabyte may take 100 ms. */
export function measureProfile(): Row[] {
  return Object.entries(documents()).map(([what, text]) => {
    const megabytes = text.length / MOST_TEXT;
    // The first runs are slower than any that a person notices while typing.
    measure(text);
    const figures = Array.from({ length: RUNS }, () => measure(text) / megabytes);
    return { what: `profile, 1 MB, ${what}`, figures, unit: 'ms', limit: 100 };
  });
}

function measure(text: string): number {
  const start = performance.now();
  parseProfile(text);
  return performance.now() - start;
}

/** Each as near to a megabyte as it can be, and as bad in its way as it can be. */
function documents(): Record<string, string> {
  const good = longProfile();
  return {
    understood: good,
    'in typographic quotes': good.replace(/"([^"]*)"/g, '„$1“'),
    'without one comma': good.replaceAll(',', ''),
    'of quotes only': '"'.repeat(MOST_TEXT),
    'of brackets only': '['.repeat(MOST_TEXT),
    'a web page': `<!doctype html>${'<p>Sign in</p>\n'.repeat(74_000)}`.slice(0, MOST_TEXT),
  };
}

/** The most servers that a profile may have, with every field, filled up with fields that nobody knows. */
function longProfile(): string {
  const server = (number: number) => ({
    ...Object.fromEntries(FIELDS.map((field) => [field, VALUES[field]])),
    Name: `Site ${number}`,
    Address: `gateway-${number}.example.com`,
    Notes: 'x'.repeat(600),
  });
  return JSON.stringify(
    { IP_Office_Server_Profile: Array.from({ length: 480 }, (_, number) => server(number)) },
    null,
    2,
  );
}

const VALUES: Partial<Record<string, unknown>> = {
  WebSocketPort: 9443,
  WebSocketPath: '/ws',
  SIPDomain: 'example.com',
  SecondaryAddress: ['b.example.com', 'c.example.com'],
  AutoFailover: true,
  AccountsToken: true,
  LogDownload: false,
  STUNHost: 'stun.example.com',
  STUNPort: '3478',
  TURNHost: 'turn.example.com',
  TURNUser: 'offhook',
  TURNPassword: 'a password',
  DialRule: true,
  OutsidePrefix: '9',
  CountryCode: '1',
  CityCode: '303,720',
  PbxPrefix: '538',
  LongDistancePrefix: '1',
  InternationalPrefix: '011',
  ExtensionLength: '3,4,5',
  NationalLength: '10',
  RemoveAreaCode: true,
  EmergencyNumbers: '5550,5551',
};
