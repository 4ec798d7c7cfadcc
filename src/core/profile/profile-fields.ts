/** A profile in the names of the manuals, for people and for other systems. */
import type { FieldName } from './field-names';
import type { IceServer, Profile } from './profile';
import { ACCOUNTS_ADDRESS, STUN_PORT } from './profile-defaults';

/** Every field with its default; null only for `DialRule`, whose absence has a meaning. */
export type ProfileFields = Readonly<Record<FieldName, string | number | boolean | readonly string[] | null>>;

/** What `parseProfile` reads as the same profile again, when empty fields are left out. */
export function toFields(profile: Profile): ProfileFields {
  const { rules } = profile;
  const stun = profile.iceServers.map(({ urls }) => /^stun:(.+):(\d+)$/.exec(urls)).find((match) => match);
  return {
    Name: profile.name,
    ...gatewayFields(profile),
    SIPDomain: profile.sipDomain,
    AutoFailover: profile.autoFailover,
    AccountsToken: profile.accountsToken,
    AccountsAddress:
      profile.accountsAddress === ACCOUNTS_ADDRESS ? new URL(ACCOUNTS_ADDRESS).host : profile.accountsAddress,
    AccountsClientId: profile.accountsClientId ?? '',
    LogDownload: profile.logDownload,
    STUNHost: stun?.[1] ?? '',
    STUNPort: stun?.[2] ?? String(STUN_PORT),
    ...relayFields(profile.iceServers.find(({ urls }) => urls.startsWith('turn'))),
    DialRule: profile.dialRule === 'off' ? null : profile.dialRule === 'profile',
    OutsidePrefix: rules.outsidePrefix,
    CountryCode: rules.countryCode,
    CityCode: rules.cityCodes.join(','),
    PbxPrefix: rules.pbxPrefix,
    LongDistancePrefix: rules.longDistancePrefix,
    InternationalPrefix: rules.internationalPrefix,
    ExtensionLength: rules.extensionLengths.join(','),
    NationalLength: rules.nationalLengths.join(','),
    RemoveAreaCode: rules.removeAreaCode,
    ApplyToPlusNumber: rules.applyToPlusNumber,
    EmergencyNumbers: profile.emergencyNumbers.join(','),
    VoicemailNumber: profile.voicemailNumber,
  };
}

function gatewayFields({ gateways: [primary, ...others] }: Profile) {
  const url = new URL(primary);
  const path = url.pathname + url.search;
  const port = portOf(url);
  const isLike = (other: URL) =>
    other.protocol === 'wss:' && portOf(other) === port && other.pathname + other.search === path;
  const secondary = others.map((text) => {
    const other = new URL(text);
    return isLike(other) ? other.hostname : wholeAddress(other);
  });
  return {
    Address: url.protocol === 'wss:' ? url.hostname : wholeAddress(url),
    WebSocketPort: port,
    WebSocketPath: path,
    SecondaryAddress: secondary.some((text) => text.includes(',')) ? secondary : secondary.join(','),
  };
}

function portOf({ port, protocol }: URL): number {
  if (port !== '') return Number(port);
  return protocol === 'wss:' ? 443 : 80;
}

/** With its port, even where a URL could do without: here `WebSocketPort` would apply. */
function wholeAddress(url: URL): string {
  return `${url.protocol}//${url.hostname}:${portOf(url)}${url.pathname}${url.search}`;
}

function relayFields(relay: IceServer | undefined) {
  const match = /^(turns?):(.+):(\d+)\?transport=(\w+)$/.exec(relay?.urls ?? '');
  return {
    TURNHost: match?.[2] ?? '',
    TURNPort: Number(match?.[3] ?? STUN_PORT),
    TURNTransport: match?.[1] === 'turns' ? 'tls' : (match?.[4] ?? 'udp'),
    TURNUser: relay?.username ?? '',
    TURNPassword: relay?.credential ?? '',
  };
}
