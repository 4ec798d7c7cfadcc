import type { Credentials, PhoneSetup, SignIn, SignInResult } from '../bus/protocol';
import { dialSettings } from '../core/dial/dial-settings';
import { accountsServiceOf } from '../core/oauth/where-to-sign-on';
import type { Profile } from '../core/profile/profile';
import { serverInForce } from '../core/settings/server-choice';
import { readItem, readItems, removeItems, writeItems } from '../platform/storage';
import { openSecret, sealSecret } from '../store/secrets';

/** Keeps who signs in where. The password is kept sealed: as long as the browser runs, or longer when the person asks for it. */
export async function keepSignIn({ server, extension, password, remember }: SignIn): Promise<SignInResult> {
  const profiles = (await readItem('local', 'profile'))?.profiles;
  if (!profiles) return { ok: false, why: 'no-profile' };
  if (!serverInForce(server, profiles, undefined)) return { ok: false, why: 'unknown-server' };
  if (!/^[\w.+-]+$/.test(extension)) return { ok: false, why: 'bad-extension' };
  const secret = await sealSecret(password);
  await writeItems('local', { account: { server, extension, isSignedIn: true } });
  await writeItems('session', { secret });
  if (remember) await writeItems('local', { rememberedSecret: secret });
  else await removeItems('local', ['rememberedSecret']);
  return { ok: true };
}

/** Forgets the password and signs out; who it was stays, so that the person need not type it again. */
export async function forgetSignIn(): Promise<void> {
  const account = await readItem('local', 'account');
  if (account) await writeItems('local', { account: { ...account, isSignedIn: false } });
  await removeItems('local', ['rememberedSecret']);
  await removeItems('session', ['secret']);
}

/** What the phone signs in with, or null when nobody is signed in or the password is gone with the browser's last run. */
export async function readPhoneSetup(): Promise<PhoneSetup | null> {
  const kept = await readItems('local', ['account', 'profile', 'ownRules']);
  const answered = await readItem('session', 'answeredServer');
  const profile = serverInForce(kept.account?.server, kept.profile?.profiles ?? [], answered);
  if (!kept.account?.isSignedIn || !profile) return null;
  const { extension, by } = kept.account;
  const credentials = by === 'single-sign-on' ? await readToken(profile) : await readPassword();
  if (!credentials) return null;
  return {
    serverName: profile.name,
    extension,
    credentials,
    displayName: '',
    sipDomain: profile.sipDomain,
    gateways: gatewaysInUse(profile),
    everyGateway: profile.gateways,
    iceServers: profile.iceServers,
    dial: dialSettings(profile, kept.ownRules ?? null),
    instanceId: await readInstanceId(),
  };
}

async function readPassword(): Promise<Credentials | null> {
  const secret = (await readItem('session', 'secret')) ?? (await readItem('local', 'rememberedSecret'));
  const password = secret ? await openSecret(secret) : null;
  return password === null ? null : { kind: 'password', password };
}

/** After a start of the browser there is no token yet: the phone asks for one when the gateway does. */
async function readToken(server: Profile): Promise<Credentials | null> {
  const service = accountsServiceOf(server);
  if (!service) return null;
  const { readAccessToken } = await import('./tokens');
  return { kind: 'token', token: await readAccessToken(service), accountsAddress: service.address };
}

/** Without `AutoFailover` there is only the primary. */
export function gatewaysInUse({ gateways, autoFailover }: Profile): PhoneSetup['gateways'] {
  return autoFailover ? gateways : [gateways[0]];
}

let naming: Promise<string> | undefined;

/** Two callers at once get the same name. */
function readInstanceId(): Promise<string> {
  naming ??= nameInstance().finally(() => {
    naming = undefined;
  });
  return naming;
}

async function nameInstance(): Promise<string> {
  const kept = await readItem('local', 'instanceId');
  if (kept) return kept;
  const instanceId = crypto.randomUUID();
  await writeItems('local', { instanceId });
  return instanceId;
}
