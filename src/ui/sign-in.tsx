import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { SignIn as SignInDraft, SignInResult } from '../bus/protocol';
import type { SignOnRefusal } from '../core/oauth/token-set';
import type { Profile } from '../core/profile/profile';
import type { Registration } from '../core/registration';
import type { Policy } from '../core/settings/policy';
import { automatic, type ServerChoice, serverInForce } from '../core/settings/server-choice';
import type { LocalItems } from '../platform/storage';
import type { Intents, NoReply } from './intents';
import { Note } from './note';
import { RegistrationFailed } from './registration-state';
import { ServerPicker } from './server-picker';
import { SetByAdministrator } from './set-by-administrator';
import { lockedDraft, lockOf, type SignInLock } from './sign-in-lock';
import { requestAccountsAccess, SignOn } from './sign-on';
import { type TextKey, text } from './text';

type Refusal = Exclude<SignInResult | NoReply, { ok: true }>['why'];

const refusalKeys: Readonly<Record<Refusal, TextKey>> = {
  'no-profile': 'signInNoProfile',
  'unknown-server': 'signInUnknownServer',
  'bad-extension': 'signInBadExtension',
  'no-extension': 'signOnNoExtension',
  'not-offered': 'signOnNotOffered',
  'no-client-id': 'signOnNotOffered',
  cancelled: 'signOnCancelled',
  refused: 'signOnRefused',
  'needs-person': 'signOnRefused',
  unreachable: 'signOnUnreachable',
  'bad-reply': 'signOnBadReply',
  'no-reply': 'internalFault',
};

type Props = {
  profiles: readonly Profile[];
  account: LocalItems['account'] | undefined;
  registration: Registration;
  /** How the last sign-on failed, which may have closed the page that it was begun on. */
  signOnFailure: SignOnRefusal | undefined;
  /** What it says cannot be changed. */
  policy: Policy;
  intents: Pick<Intents, 'signIn' | 'signInWithToken' | 'signOut'>;
  onBegin?: () => void;
  /** The first field to be filled in has the focus at once; not where the form is one of several things on a page. */
  takesFocus?: boolean;
};

/** Server, extension and password, or single sign-on where it is offered; how it goes is told by the registration. */
export const SignIn = (props: Props) => {
  const { profiles, account, registration, signOnFailure, policy, intents, onBegin, takesFocus } = props;
  const [written, setDraft] = useState(() => firstDraft(profiles, account));
  const lock = lockOf(policy, profiles);
  const draft = lockedDraft(written, lock);
  const [refusal, setRefusal] = useState<Refusal | undefined>(signOnFailure);
  const [isWaiting, setWaiting] = useState(false);
  // Once an attempt has failed, the form is there to be corrected, and no further attempt takes it away under a click.
  const isBusy = registration.state === 'registering' && !registration.after;
  const server = serverInForce(draft.server, profiles, undefined);
  const extension = draft.extension.trim();
  const begin = async (attempt: () => ReturnType<Intents['signIn']>) => {
    onBegin?.();
    setRefusal(undefined);
    const result = await attempt();
    if (!result.ok) setRefusal(result.why);
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void begin(() => intents.signIn({ ...draft, extension }));
  };
  const signOn = async (offer: Profile) => {
    setWaiting(true);
    await requestAccountsAccess(offer);
    await begin(() => intents.signInWithToken({ server: draft.server, extension }));
    setWaiting(false);
  };
  return (
    <form ref={useFirstEmptyField(takesFocus)} class="sign-in" onSubmit={submit}>
      {refusal && <Note tone="bad">{text(refusalKeys[refusal])}</Note>}
      {!refusal && <RegistrationFailed registration={registration} />}
      <SignInFields profiles={profiles} draft={draft} lock={lock} onDraft={setDraft}>
        {server && (
          <SignOn server={server} isBusy={isBusy} isWaiting={isWaiting} onSignOn={() => signOn(server)} />
        )}
      </SignInFields>
      <div class="buttons">
        <button type="submit" class={server?.accountsToken ? '' : 'primary'} disabled={isBusy}>
          {text(isBusy ? 'registrationRegistering' : 'signIn')}
        </button>
        {isTrying(registration) && (
          <button type="button" onClick={intents.signOut}>
            {text('cancel')}
          </button>
        )}
      </div>
    </form>
  );
};

/** An attempt is under way, or comes by itself. */
function isTrying(registration: Registration): boolean {
  if (registration.state === 'failed') return registration.retryAt !== null;
  return registration.state === 'registering';
}

function firstDraft(profiles: readonly Profile[], account: LocalItems['account'] | undefined): SignInDraft {
  return {
    server: firstChoice(profiles, account?.server),
    extension: account?.extension ?? '',
    password: '',
    remember: false,
  };
}

/**
 * What was chosen last, if there still is such a server. Who has several should not have to think about which one to use, and who has one
 * has not chosen its name, which may change.
 */
function firstChoice(profiles: readonly Profile[], last: ServerChoice | undefined): ServerChoice {
  return last && profiles.length > 1 && serverInForce(last, profiles, undefined) ? last : automatic;
}

function useFirstEmptyField(takesFocus = false) {
  const form = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => {
    const fields = [...(form.current?.querySelectorAll('input') ?? [])];
    if (takesFocus) fields.find((field) => field.value === '')?.focus();
  }, [takesFocus]);
  return form;
}

type FieldProps = {
  profiles: readonly Profile[];
  draft: SignInDraft;
  lock: SignInLock;
  onDraft: (draft: SignInDraft) => void;
  /** What goes between the extension, which every way needs, and the password. */
  children: ComponentChildren;
};

const SignInFields = ({ profiles, draft, lock, onDraft, children }: FieldProps) => (
  <>
    <ServerPicker
      servers={profiles}
      choice={draft.server}
      isLocked={lock.server !== null}
      onChoice={(server) => onDraft({ ...draft, server })}
    />
    <label>
      {text('extension')}
      <input
        required
        dir="ltr"
        autocomplete="off"
        spellcheck={false}
        readOnly={lock.extension !== null}
        class={lock.extension === null ? undefined : 'locked'}
        value={draft.extension}
        onInput={(event) => onDraft({ ...draft, extension: event.currentTarget.value })}
      />
      {lock.extension !== null && <SetByAdministrator />}
    </label>
    {children}
    <label>
      {text('password')}
      <input
        required
        type="password"
        dir="ltr"
        autocomplete="off"
        value={draft.password}
        onInput={(event) => onDraft({ ...draft, password: event.currentTarget.value })}
      />
    </label>
    <label class="check">
      <input
        type="checkbox"
        disabled={!lock.mayStaySignedIn}
        checked={draft.remember}
        onChange={(event) => onDraft({ ...draft, remember: event.currentTarget.checked })}
      />
      {text('staySignedIn')}
      {!lock.mayStaySignedIn && <SetByAdministrator />}
    </label>
  </>
);
