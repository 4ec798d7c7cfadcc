import type { Bus } from '../bus/bus';
import type {
  AnswerResult,
  ColleaguesFound,
  DialResult,
  MessageName,
  ProfileDocument,
  Protocol,
  SignIn,
  SignInResult,
  SignInWithToken,
} from '../bus/protocol';
import type { CallId } from '../core/call';
import type { DialRules } from '../core/dial/rules';
import type { ClickToCall } from '../core/page-numbers/click-to-call';
import type { PortableSettings } from '../core/settings/portable-settings';
import type { OwnSource } from '../core/settings/sources';
import { log } from '../platform/log';

/** Nobody took the intent: the person has to hear of it, because nothing in the snapshot will. */
export type NoReply = { ok: false; why: 'no-reply' };

/** What a person can want. Those without a reply are answered by the next snapshot. */
export type Intents = {
  useProfile(document: ProfileDocument): Promise<boolean>;
  forgetProfile(): Promise<boolean>;
  forgetSource(source: OwnSource): Promise<boolean>;
  /** Takes the document of an address from there from now on; false when it could not be read now, or is not wanted. */
  useAddress(address: { url: string; pick: string | null }): Promise<boolean>;
  refreshProfile(): Promise<boolean>;
  importSettings(settings: PortableSettings): Promise<boolean>;
  /** Puts the person's own dial rules in force; false when they could not be saved. */
  useRules(rules: DialRules): Promise<boolean>;
  signIn(signIn: SignIn): Promise<SignInResult | NoReply>;
  signInWithToken(signIn: SignInWithToken): Promise<SignInResult | NoReply>;
  signOut(): void;
  forgetPerson(): Promise<boolean>;
  dial(draft: { typed: string; asTyped: boolean }): Promise<DialResult | NoReply>;
  answer(id: CallId): Promise<AnswerResult | NoReply>;
  decline(id: CallId): void;
  hangUp(id: CallId): void;
  mute(id: CallId, isMuted: boolean): void;
  sendDtmf(id: CallId, tones: string): void;
  dismiss(id: CallId): void;
  /** Someone is about to dial. */
  prepare(): void;
  missedSeen(): void;
  searchColleagues(search: string): Promise<ColleaguesFound>;
  /** False when the choice could not be kept. */
  useClickToCall(own: ClickToCall): Promise<boolean>;
  answerCallRequest(answer: Parameters<Protocol['callRequest.answer']>[0]): Promise<boolean>;
};

const noReply: NoReply = { ok: false, why: 'no-reply' };

export function makeIntents(bus: Bus): Intents {
  const ask = async <N extends MessageName, F>(name: N, fallback: F, ...payload: Parameters<Protocol[N]>) => {
    try {
      return await bus.send(name, ...payload);
    } catch (error) {
      log.error('intent lost', { name, error: String(error) });
      return fallback;
    }
  };
  const tell = <N extends MessageName>(name: N, ...payload: Parameters<Protocol[N]>) =>
    void ask(name, undefined, ...payload);

  return {
    useProfile: async (document) => (await ask('profile.use', false, document)) !== false,
    forgetProfile: async () => (await ask('profile.forget', false)) !== false,
    forgetSource: async (source) => (await ask('profile.forget', false, { source })) !== false,
    useAddress: async (address) => (await ask('profile.useAddress', 'failed', address)) === 'profile',
    refreshProfile: async () => (await ask('profile.refresh', false)) !== false,
    importSettings: async (settings) => (await ask('settings.import', false, settings)) !== false,
    useRules: async (rules) => (await ask('rules.use', false, rules)) !== false,
    signIn: (signIn) => ask('account.signIn', noReply, signIn),
    signInWithToken: (signIn) => ask('account.signInWithToken', noReply, signIn),
    signOut: () => tell('account.signOut'),
    forgetPerson: async () => (await ask('person.forget', false)) !== false,
    dial: (draft) => ask('call.dial', noReply, draft),
    answer: (id) => ask('call.answer', noReply, { id }),
    decline: (id) => tell('call.decline', { id }),
    hangUp: (id) => tell('call.hangUp', { id }),
    mute: (id, isMuted) => tell('call.mute', { id, isMuted }),
    sendDtmf: (id, tones) => tell('call.sendDtmf', { id, tones }),
    dismiss: (id) => tell('call.dismiss', { id }),
    // Only a head start: there may be no phone yet, and then the call itself starts it.
    prepare: () => void bus.send('phone.prepare').catch(() => undefined),
    missedSeen: () => tell('missed.seen'),
    searchColleagues: (search) => ask('colleagues.search', { ok: false, why: 'off' }, { search }),
    useClickToCall: async (own) => (await ask('clickToCall.use', false, own)) !== false,
    answerCallRequest: async (answer) => (await ask('callRequest.answer', { ok: false }, answer)).ok,
  };
}
