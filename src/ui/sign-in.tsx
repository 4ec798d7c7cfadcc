import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { SignIn as SignInDraft, SignInResult } from '../bus/protocol';
import type { Profile } from '../core/profile/profile';
import type { Registration } from '../core/registration';
import { automatic, type ServerChoice, serverInForce } from '../core/settings/server-choice';
import type { LocalItems } from '../platform/storage';
import type { Intents, NoReply } from './intents';
import { Note } from './note';
import { RegistrationFailed } from './registration-state';
import { ServerPicker } from './server-picker';
import { type TextKey, text } from './text';

type Refusal = Exclude<SignInResult | NoReply, { ok: true }>['why'];

const refusalKeys: Readonly<Record<Refusal, TextKey>> = {
  'no-profile': 'signInNoProfile',
  'unknown-server': 'signInUnknownServer',
  'bad-extension': 'signInBadExtension',
  'no-reply': 'internalFault',
};

type Props = {
  profiles: readonly Profile[];
  account: LocalItems['account'] | undefined;
  registration: Registration;
  intents: Pick<Intents, 'signIn' | 'signOut'>;
  onBegin?: () => void;
  /** The first field to be filled in has the focus at once; not where the form is one of several things on a page. */
  takesFocus?: boolean;
};

/** Server, extension and password; how it goes is told by the registration. */
export const SignIn = ({ profiles, account, registration, intents, onBegin, takesFocus }: Props) => {
  const [draft, setDraft] = useState(() => firstDraft(profiles, account));
  const [refusal, setRefusal] = useState<Refusal>();
  const isBusy = registration.state === 'registering';
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    onBegin?.();
    setRefusal(undefined);
    const result = await intents.signIn({ ...draft, extension: draft.extension.trim() });
    if (!result.ok) setRefusal(result.why);
  };
  return (
    <form ref={useFirstEmptyField(takesFocus)} class="sign-in" onSubmit={submit}>
      {refusal && <Note tone="bad">{text(refusalKeys[refusal])}</Note>}
      {!refusal && <RegistrationFailed registration={registration} />}
      <SignInFields profiles={profiles} draft={draft} onDraft={setDraft} />
      <div class="buttons">
        <button type="submit" class="primary" disabled={isBusy}>
          {text(isBusy ? 'registrationRegistering' : 'signIn')}
        </button>
        {isBusy && (
          <button type="button" onClick={intents.signOut}>
            {text('cancel')}
          </button>
        )}
      </div>
    </form>
  );
};

function firstDraft(profiles: readonly Profile[], account: LocalItems['account'] | undefined): SignInDraft {
  return {
    server: firstChoice(profiles, account?.server),
    extension: account?.extension ?? '',
    password: '',
    remember: false,
  };
}

/** What was chosen last, if there still is such a server. Who has several should not have to think about which one to use. */
function firstChoice(profiles: readonly Profile[], last: ServerChoice | undefined): ServerChoice {
  if (last && serverInForce(last, profiles, undefined)) return last;
  const [only] = profiles;
  return profiles.length === 1 && only ? { kind: 'named', name: only.name } : automatic;
}

function useFirstEmptyField(takesFocus = false) {
  const form = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => {
    const fields = [...(form.current?.querySelectorAll('input') ?? [])];
    if (takesFocus) fields.find((field) => field.value === '')?.focus();
  }, [takesFocus]);
  return form;
}

type FieldProps = { profiles: readonly Profile[]; draft: SignInDraft; onDraft: (draft: SignInDraft) => void };

const SignInFields = ({ profiles, draft, onDraft }: FieldProps) => (
  <>
    <ServerPicker
      servers={profiles}
      choice={draft.server}
      onChoice={(server) => onDraft({ ...draft, server })}
    />
    <label>
      {text('extension')}
      <input
        required
        dir="ltr"
        autocomplete="off"
        spellcheck={false}
        value={draft.extension}
        onInput={(event) => onDraft({ ...draft, extension: event.currentTarget.value })}
      />
    </label>
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
        checked={draft.remember}
        onChange={(event) => onDraft({ ...draft, remember: event.currentTarget.checked })}
      />
      {text('staySignedIn')}
    </label>
  </>
);
