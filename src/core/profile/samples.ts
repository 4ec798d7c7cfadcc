/** The documents that the manuals print, for tests. */
import { readFileSync } from 'node:fs';

type SampleName =
  | 'as-printed-de.txt'
  | 'as-printed-fr.txt'
  | 'aura-internal-external.json'
  | 'ipoffice-dial-rules.json'
  | 'ipoffice-single.json'
  | 'ipoffice-west-east.json'
  | '46xxsettings.txt';

export function makeSample(name: SampleName): string {
  return readFileSync(new URL(`./samples/${name}`, import.meta.url), 'utf8');
}

/** One IP Office server with a name and an address, and whatever else is given as JSON text. */
export function makeServer(more = ''): string {
  return `{"IP_Office_Server_Profile": [{"Name": "West", "Address": "west.example.com"${more === '' ? '' : `, ${more}`}}]}`;
}
