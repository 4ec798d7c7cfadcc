import type { Bus } from '../bus/bus';
import type {
  AnswerResult,
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
import { log } from '../platform/log';

/** Nobody took the intent: the person has to hear of it, because nothing in the snapshot will. */
export type NoReply = { ok: false; why: 'no-reply' };

/** What a person can want. Those without a reply are answered by the next snapshot. */
export type Intents = {
  useProfile(document: ProfileDocument): Promise<boolean>;
  forgetProfile(): Promise<boolean>;
  /** Puts the person's own dial rules in force; false when they could not be saved. */
  useRules(rules: DialRules): Promise<boolean>;
  signIn(signIn: SignIn): Promise<SignInResult | NoReply>;
  signInWithToken(signIn: SignInWithToken): Promise<SignInResult | NoReply>;
  signOut(): void;
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
    useRules: async (rules) => (await ask('rules.use', false, rules)) !== false,
    signIn: (signIn) => ask('account.signIn', noReply, signIn),
    signInWithToken: (signIn) => ask('account.signInWithToken', noReply, signIn),
    signOut: () => tell('account.signOut'),
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
  };
}
