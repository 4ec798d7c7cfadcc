import type { AccessToken, TokenRenewal } from '../core/auth/access-token';
import type { CallId, Target } from '../core/call';
import type { DialSettings } from '../core/dial/dialled';
import type { DialRules } from '../core/dial/rules';
import type { Colleague } from '../core/directory/colleague';
import type { SignOnRefusal } from '../core/oauth/token-set';
import type { ClickToCall } from '../core/page-numbers/click-to-call';
import type { Profile } from '../core/profile/profile';
import type { SettingsPreferences } from '../core/profile/settings-parameters';
import type { RegistrationFailure } from '../core/registration';
import type { AddressReading, FetchDocument, KeptTexts } from '../core/settings/address';
import type { PortableSettings } from '../core/settings/portable-settings';
import type { Reading } from '../core/settings/read-document';
import type { ServerChoice } from '../core/settings/server-choice';
import type { OwnSource } from '../core/settings/sources';
import type { Snapshot } from '../core/snapshot';

/** Everything that one place can say to another: a name, what goes along, what comes back. */
export interface Protocol {
  /** A document that the options page has parsed and the person wants in force; false when the administrator has set one. */
  'profile.use': (document: ProfileDocument) => boolean;
  /** An address whose document the person wants in force, fetched again at each sign-in. It is in force when it could be read. */
  'profile.useAddress': (address: { url: string; pick: string | null }) => AddressReading['kind'];
  /** Fetches what comes from an address once more. */
  'profile.refresh': () => void;
  /** Forgets one of the person's own documents, or all of them. */
  'profile.forget': (own?: { source: OwnSource }) => void;
  /** The settings of a file, which the options page has understood as a whole. */
  'settings.import': (settings: PortableSettings) => void;
  /** The person's own dial rules, for where the profile leaves them to the person. */
  'rules.use': (rules: DialRules) => void;
  /** The reply says whether an attempt was begun; how it goes is told by the registration in the snapshot. */
  'account.signIn': (signIn: SignIn) => SignInResult;
  /** Opens a window of the accounts service; the reply comes when the person is through with it. */
  'account.signInWithToken': (signIn: SignInWithToken) => SignInResult;
  'account.signOut': () => void;
  /** Signs out and deletes whatever is kept of the person; the reply comes when nothing is left. */
  'person.forget': () => void;
  /** From any page; background applies the dial rules and sees that there is a phone. */
  'call.dial': (dial: { typed: string; asTyped?: boolean }) => DialResult;
  /** People of Avaya Spaces, for who has signed on there. */
  'colleagues.search': (wish: { search: string }) => ColleaguesFound;
  /** The person has looked at the missed calls. */
  'missed.seen': () => void;
  /** What the person has chosen about numbers on web pages. */
  'clickToCall.use': (own: ClickToCall) => void;
  /** What the person says to the question in the call request's window: by what to call, or null for not at all. */
  'callRequest.answer': (answer: { id: string; by: 'offhook' | 'workplace' | null; remember: boolean }) => {
    ok: boolean;
  };
  'phone.changed': (snapshot: Snapshot) => void;
  /** The network came back, or is another one. */
  'network.changed': () => void;
  /** Why a WebSocket to this address did not open, which it does not tell itself; null when nobody can say. */
  'transport.diagnose': (transport: { url: string }) => RegistrationFailure | null;

  /** The phone's token was refused or is too old. When another has been got, `account.renew` has brought it before the reply. */
  'token.renew': () => TokenRenewal;

  /** What the phone signs in with, or null to sign out. Sent when the phone has started and on each change. */
  'phone.configure': (setup: PhoneSetup | null) => void;
  /** Which server of the list Automatic takes, each given by its gateways; null when none answers. */
  'servers.race': (race: { servers: readonly (readonly string[])[] }) => number | null;
  /** The newest access token, for the requests from now on. Sent whenever background has got one. */
  'account.renew': (token: AccessToken) => void;
  /**
   * Reads a document of any kind, which takes the phone's document or any page: the parser would triple what the worker loads each time it
   * wakes.
   */
  'document.read': (document: { text: string }) => Reading;
  /** Fetches the document at an address and reads it. `granted` are the hosts that the person lets us reach. */
  'document.fetch': (asked: FetchDocument) => { reading: AddressReading; texts: KeptTexts };
  /** Someone is about to dial: have a peer connection ready. */
  'phone.prepare': () => void;
  'call.place': (target: PlaceCall) => DialResult;
  'call.answer': (call: { id: CallId }) => AnswerResult;
  'call.decline': (call: { id: CallId }) => void;
  /** Hangs up, or cancels while nobody has answered. */
  'call.hangUp': (call: { id: CallId }) => void;
  'call.mute': (call: { id: CallId; isMuted: boolean }) => void;
  /** `tones` holds 0-9 A-D * # (RFC 4733); a comma is a pause of two seconds. */
  'call.sendDtmf': (call: { id: CallId; tones: string }) => void;
  /** Takes an ended call off the screen. */
  'call.dismiss': (call: { id: CallId }) => void;
}

export type MessageName = keyof Protocol;

/** Who serves what. A page serves nothing. */
export const servedBy = {
  'profile.use': 'background',
  'profile.useAddress': 'background',
  'profile.refresh': 'background',
  'profile.forget': 'background',
  'settings.import': 'background',
  'rules.use': 'background',
  'account.signIn': 'background',
  'account.signInWithToken': 'background',
  'account.signOut': 'background',
  'person.forget': 'background',
  'call.dial': 'background',
  'colleagues.search': 'background',
  'missed.seen': 'background',
  'clickToCall.use': 'background',
  'callRequest.answer': 'background',
  'phone.changed': 'background',
  'network.changed': 'background',
  'transport.diagnose': 'background',
  'token.renew': 'background',
  'phone.configure': 'phone',
  'servers.race': 'phone',
  'account.renew': 'phone',
  'document.read': 'phone',
  'document.fetch': 'phone',
  'phone.prepare': 'phone',
  'call.place': 'phone',
  'call.answer': 'phone',
  'call.decline': 'phone',
  'call.hangUp': 'phone',
  'call.mute': 'phone',
  'call.sendDtmf': 'phone',
  'call.dismiss': 'phone',
} as const satisfies Record<MessageName, 'background' | 'phone'>;

export type Place = (typeof servedBy)[MessageName];
export type NamesServedBy<P extends Place> = {
  [N in MessageName]: (typeof servedBy)[N] extends P ? N : never;
}[MessageName];

/** How a call request went: by what it was called, and whether a call came of it. */
export type CallRequestAnswer = { by: 'offhook' | 'workplace' | null; ok: boolean };

export type ProfileDocument = {
  text: string;
  profiles: readonly Profile[];
  /** The name of the file that it is from; missing when it was pasted or typed. */
  file?: string;
  preferences?: SettingsPreferences;
};

export type SignIn = { server: ServerChoice; extension: string; password: string; remember: boolean };
export type SignInResult =
  | { ok: true }
  | { ok: false; why: 'no-profile' | 'unknown-server' | 'bad-extension' | SignOnRefusal };

/** An empty extension is for the accounts service to tell. */
export type SignInWithToken = { server: ServerChoice; extension: string };

/** What proves who signs in. A token is null as long as none could be got; `accountsAddress` is where it is from. */
export type Credentials =
  | { kind: 'password'; password: string }
  | { kind: 'token'; token: AccessToken | null; accountsAddress: string };

/** Everything that the phone needs to register. It carries secrets, and goes from background to phone only. */
export type PhoneSetup = {
  serverName: string;
  sipDomain: string;
  extension: string;
  credentials: Credentials;
  displayName: string;
  /** In order; the first is the primary. One unless `AutoFailover` is on. */
  gateways: readonly [string, ...string[]];
  /** All that the profile names, in order: an emergency call goes by whichever takes it. */
  everyGateway: readonly [string, ...string[]];
  iceServers: Profile['iceServers'];
  /** By what numbers are dialled: the directory's tell by it who is at this system. Nobody is signed in anew when it changes. */
  dial: DialSettings;
  /** A UUID that stays with this installation (RFC 5626 §4.1). */
  instanceId: string;
};

export type PlaceCall = Target & { dtmf: string; isEmergency: boolean };

export type DialResult =
  | { ok: true; callId: CallId }
  | { ok: false; why: 'not-registered' | 'no-microphone' | 'bad-number' | 'busy' };

export type ColleaguesFound =
  | { ok: true; people: readonly Colleague[] }
  | { ok: false; why: 'off' | 'not-signed-on' | 'no-leave' | 'refused' | 'unreachable' };

export type AnswerResult = { ok: true } | { ok: false; why: 'no-microphone' | 'gone' };
