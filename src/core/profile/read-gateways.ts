/** The gateways of one server, in order of preference. */
import { type Gateway, type GatewayDefaults, readGateway } from './check-address';
import { readPath, readPort } from './check-host';
import { readText, type Text, textOf } from './check-text';
import type { Field, Fields } from './document-fields';
import type { Findings } from './findings';
import type { Profile } from './profile';
import { WEB_SOCKET_PORTS } from './profile-defaults';

/** Empty when `Address` is missing or wrong: the others only stand in for it. */
export function readGateways(kind: Profile['kind'], fields: Fields, findings: Findings): readonly Gateway[] {
  const port = readPort(readText(fields.get('WebSocketPort'), findings), findings);
  const defaults = {
    port: port ?? WEB_SOCKET_PORTS[kind],
    isPortGiven: port !== undefined,
    path: readPath(readText(fields.get('WebSocketPath'), findings), findings),
  };
  const address = readText(fields.get('Address'), findings);
  const primary = address && readGateway(address, defaults, findings);
  const others = readSecondary(fields.get('SecondaryAddress'), defaults, findings);
  const seen = new Set(primary ? [primary.url] : []);
  const different = others.filter(({ gateway, text }) => {
    const isNew = !seen.has(gateway.url);
    if (!isNew) findings.report('gatewayTwice', text.at, text.path);
    seen.add(gateway.url);
    return isNew;
  });
  return primary ? [primary, ...different.map(({ gateway }) => gateway)] : [];
}

function readSecondary(field: Field | undefined, defaults: GatewayDefaults, findings: Findings) {
  return addressTexts(field, findings).flatMap((text) => {
    const gateway = readGateway(text, defaults, findings);
    return gateway ? [{ gateway, text }] : [];
  });
}

/** A comma list in one text, or a list of texts. */
function addressTexts(field: Field | undefined, findings: Findings): readonly Text[] {
  if (field?.node.kind === 'array') {
    return field.node.items.flatMap((item, index) => {
      const path = [...field.path, index];
      if (item.kind === 'text') return [textOf(item, field.name, path)];
      if (item.kind !== 'nothing' && item.kind !== 'word') {
        findings.report('wrongText', item, path, { args: { field: field.name } });
      }
      return [];
    });
  }
  const text = readText(field, findings);
  if (!text || text.value.trim() === '') return [];
  const items = text.value.split(',').slice(0, 100);
  const replaceItem = (index: number) => (value: string) =>
    text.replace(items.map((item, at) => (at === index ? value : item)).join(','));
  return items.map((value, index) => ({ ...text, value, replace: replaceItem(index) }));
}
