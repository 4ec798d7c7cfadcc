/** STUN and TURN servers of one server. */
import { readHost, readPort } from './check-host';
import { readText, type Text } from './check-text';
import type { Fields } from './document-fields';
import type { FieldName } from './field-names';
import type { Findings } from './findings';
import type { IceServer } from './profile';
import { STUN_PORT } from './profile-defaults';

export function readIceServers(fields: Fields, findings: Findings): readonly IceServer[] {
  const host = (name: FieldName) =>
    readHost(readText(fields.get(name), findings), /^(stuns?|turns?):/i, findings);
  const port = (name: FieldName) => readPort(readText(fields.get(name), findings), findings) ?? STUN_PORT;
  const stun = host('STUNHost');
  const stunPort = port('STUNPort');
  const relay = readRelay(host('TURNHost'), port('TURNPort'), fields, findings);
  return [...(stun === '' ? [] : [{ urls: `stun:${stun}:${stunPort}` }]), ...relay];
}

function readRelay(host: string, port: number, fields: Fields, findings: Findings): readonly IceServer[] {
  const transport = readTransport(readText(fields.get('TURNTransport'), findings), findings);
  const username = readText(fields.get('TURNUser'), findings)?.value ?? '';
  const credential = readText(fields.get('TURNPassword'), findings)?.value ?? '';
  const field = fields.get('TURNHost');
  if (host === '' || !field) return [];
  if (username === '' || credential === '') {
    // A browser refuses a turn: address without credentials, and with it the whole connection.
    findings.report('turnCredentials', field.node, field.path);
    return [];
  }
  const scheme = transport === 'tls' ? 'turns' : 'turn';
  const urls = `${scheme}:${host}:${port}?transport=${transport === 'udp' ? 'udp' : 'tcp'}`;
  return [{ urls, username, credential }];
}

function readTransport(text: Text | undefined, findings: Findings): string {
  const transport = text?.value.trim().toLowerCase() || 'udp';
  if (text && !['udp', 'tcp', 'tls'].includes(transport))
    findings.report('transportInvalid', text.at, text.path);
  return transport;
}
