import './fake-i18n';
import { render } from 'preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { SignIn as SignInDraft } from '../bus/protocol';
import { parseProfile } from '../core/profile/parse-profile';
import { noPolicy, type Policy } from '../core/settings/policy';
import { automatic } from '../core/settings/server-choice';
import { speak } from './fake-i18n';
import { SignIn } from './sign-in';

/** A network in which the west answers, the east refuses and the north says nothing. */
class FakeSocket extends EventTarget {
  constructor(url: string) {
    super();
    if (url.includes('west')) setTimeout(() => this.dispatchEvent(new Event('open')));
    if (url.includes('east')) setTimeout(() => this.dispatchEvent(new Event('close')));
  }
  close(): void {}
}

const profilesOf = (...names: string[]) => {
  const servers = names.map((Name) => ({ Name, Address: `${Name.toLowerCase()}.example.com` }));
  const result = parseProfile(JSON.stringify({ IP_Office_Server_Profile: servers }));
  if (!result.ok) throw new Error('refused');
  return result.profiles;
};
const named = (name: string) => ({ kind: 'named', name }) as const;

let sent: SignInDraft[];
type Change = { policy?: Partial<Policy>; account?: Parameters<typeof SignIn>[0]['account'] };
function draw(names: string[], { policy = {}, account }: Change = {}): void {
  const intents = {
    signIn: async (draft: SignInDraft) => {
      sent.push(draft);
      return { ok: true } as const;
    },
    signInWithToken: async () => ({ ok: true }) as const,
    signOut: () => {},
  };
  render(
    <SignIn
      profiles={profilesOf(...names)}
      account={account}
      registration={{ state: 'off' }}
      signOnFailure={undefined}
      policy={{ ...noPolicy, ...policy }}
      intents={intents}
    />,
    document.body,
  );
}
const drawn = () => new Promise((resolve) => setTimeout(resolve));
const radios = () => [...document.querySelectorAll<HTMLInputElement>('input[type=radio]')];
const choices = () => [...document.querySelectorAll('.choice')].map(({ textContent }) => textContent);
const submit = () => document.querySelector('form')?.requestSubmit();
const field = (label: string) =>
  [...document.querySelectorAll('label')].find(({ textContent }) => textContent?.startsWith(label))?.control;
const type = async (label: string, value: string) => {
  const input = field(label);
  if (!(input instanceof HTMLInputElement)) throw new Error(`no field ${label}`);
  input.value = value;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  await drawn();
};

beforeEach(() => {
  speak('en');
  sent = [];
  vi.stubGlobal('WebSocket', FakeSocket);
  render(null, document.body);
});

describe('several servers', () => {
  it('are shown by name with whether each can be reached', async () => {
    draw(['West', 'East', 'North']);
    await vi.waitFor(() =>
      expect(choices()).toEqual([
        'Automaticthe first of the list that answers',
        'Westreachable',
        'Eastnot reachable',
        'Northchecking…',
      ]),
    );
  });

  it('need no thought: Automatic is chosen', async () => {
    draw(['West', 'East']);
    expect(radios().map(({ checked }) => checked)).toEqual([true, false, false]);
    await type('Extension', '201');
    await type('Password', 'secret');
    submit();
    await vi.waitFor(() => expect(sent).toMatchObject([{ server: automatic, extension: '201' }]));
  });

  it('are remembered as they were chosen, as long as they are there', () => {
    const account = { server: named('East'), extension: '201', isSignedIn: false };
    draw(['West', 'East'], { account });
    expect(radios().map(({ checked }) => checked)).toEqual([false, false, true]);
    render(null, document.body);
    draw(['West', 'South'], { account });
    expect(radios().map(({ checked }) => checked)).toEqual([true, false, false]);
  });

  it('can be chosen by name', async () => {
    draw(['West', 'East']);
    radios()[2]?.click();
    await drawn();
    await type('Extension', '201');
    await type('Password', 'secret');
    submit();
    await vi.waitFor(() => expect(sent).toMatchObject([{ server: named('East') }]));
  });
});

it('the only server is named and not asked about, so that it may change its name', async () => {
  draw(['West'], { account: { server: named('West'), extension: '201', isSignedIn: false } });
  expect(radios()).toEqual([]);
  expect((field('Server') as HTMLInputElement).value).toBe('West');
  await type('Password', 'secret');
  submit();
  await vi.waitFor(() => expect(sent).toMatchObject([{ server: automatic, extension: '201' }]));
});

describe('what the administrator has set', () => {
  it('is shown as such, cannot be changed, and is what is sent', async () => {
    draw(['West', 'East'], {
      policy: { server: named('East'), extension: '777', mayStaySignedIn: false },
    });
    expect(document.querySelector('fieldset')?.disabled).toBe(true);
    expect(radios().map(({ checked }) => checked)).toEqual([false, false, true]);
    expect((field('Extension') as HTMLInputElement).readOnly).toBe(true);
    expect((field('Stay signed in') as HTMLInputElement).disabled).toBe(true);
    const locks = document.querySelectorAll('.set-by-administrator');
    expect([...locks].map(({ textContent }) => textContent)).toEqual(
      Array(3).fill('Set by your administrator'),
    );
    await type('Password', 'secret');
    submit();
    await vi.waitFor(() =>
      expect(sent).toMatchObject([{ server: named('East'), extension: '777', remember: false }]),
    );
  });

  it('does not lock a server that the profile does not have', () => {
    draw(['West', 'East'], { policy: { server: named('South') } });
    expect(document.querySelector('fieldset')?.disabled).toBe(false);
    expect(document.querySelector('.set-by-administrator')).toBeNull();
  });
});
