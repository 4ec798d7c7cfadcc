import type { PhoneSetup, SignIn, SignInResult } from '../bus/protocol';
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
  const kept = await readItems('local', ['account', 'profile', 'rememberedSecret']);
  const answered = await readItem('session', 'answeredServer');
  const profile = serverInForce(kept.account?.server, kept.profile?.profiles ?? [], answered);
  const secret = (await readItem('session', 'secret')) ?? kept.rememberedSecret;
  if (!kept.account?.isSignedIn || !profile || !secret) return null;
  const password = await openSecret(secret);
  if (password === null) return null;
  const { extension } = kept.account;
  return {
    serverName: profile.name,
    extension,
    credentials: { kind: 'password', password },
    displayName: '',
    sipDomain: profile.sipDomain,
    gateways: gatewaysOf(profile),
    everyGateway: profile.gateways,
    iceServers: profile.iceServers,
    instanceId: await readInstanceId(),
  };
}

/** Without `AutoFailover` there is only the primary. */
function gatewaysOf({ gateways, autoFailover }: Profile): PhoneSetup['gateways'] {
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
