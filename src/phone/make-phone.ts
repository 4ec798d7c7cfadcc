import type { PhoneSetup } from '../bus/protocol';
import type { Call, CallId } from '../core/call';
import type { CallFacts } from '../core/call-record';
import { usersToWatch } from '../core/presence/watched';
import type { Registration } from '../core/registration';
import type { Snapshot } from '../core/snapshot';
import { makeWaits } from './bounded-wait';
import { FakeAccounts } from './fake-accounts';
import type { FarCall } from './fake-far-call';
import type { FakeGateway } from './fake-gateway';
import type { FakePerson } from './fake-person';
import { FakeStudio } from './fake-studio';
import { makeWire, type Wire } from './fake-wire';
import { Phone } from './phone';

/** A change of the setup: another password. */
export function withPassword(password: string): Pick<PhoneSetup, 'credentials'> {
  return { credentials: { kind: 'password', password } };
}

export const firstUrl = 'wss://one.example.com:9443/ws';
export const secondUrl = 'wss://two.example.com:9443/ws';

const setup: PhoneSetup = {
  serverName: 'Denver',
  sipDomain: 'example.com',
  extension: '201',
  ...withPassword('secret'),
  displayName: '',
  gateways: [firstUrl],
  everyGateway: [firstUrl],
  iceServers: [],
  dial: { rules: null, emergencyNumbers: [] },
  instanceId: '0d5b47c2-6f8c-4a3e-9f0b-5f1b0a2c3d4e',
};

/** A phone with everything around it that is not the phone. */
export type PhoneAndWorld = {
  phone: Phone;
  setup: PhoneSetup;
  wire: Wire;
  /** The first gateway, and the other one. */
  gateway: FakeGateway;
  secondary: FakeGateway;
  accounts: FakeAccounts;
  studio: FakeStudio;
  bob: FakePerson;
  carol: FakePerson;
  screen: Screen;
  /** The numbers of favourites; `phone.reviewWatched()` tells the phone of a change. */
  favourites: string[];
  /** What was told for the call log, in order. */
  facts: readonly Partial<CallFacts>[];
};

/** What the person sees. */
export type Screen = {
  /** The newest call. */
  readonly call: Call;
  readonly id: CallId;
  /** Every state of registration that was shown, in order. */
  readonly registrations: readonly Registration[];
  /** Waits until the newest call is shown in this state, and gives it. */
  until<S extends Call['state']>(state: S): Promise<Extract<Call, { state: S }>>;
  /** Waits until the registration is shown in this state, and gives it. */
  registration<S extends Registration['state']>(state: S): Promise<Extract<Registration, { state: S }>>;
  /** Waits until the screen is as the question asks. */
  shows(question: (snapshot: Snapshot) => boolean): Promise<void>;
};

/** A phone that is switched on but has no account yet. */
export function makePhone(change: Partial<PhoneSetup> = {}): PhoneAndWorld {
  const wire = makeWire([firstUrl, secondUrl]);
  const gateway = wire.at(firstUrl);
  const accounts = new FakeAccounts([gateway.registrar.gate, wire.at(secondUrl).registrar.gate]);
  const studio = new FakeStudio();
  const waits = makeWaits();
  const snapshots: Snapshot[] = [];
  const onChange = (snapshot: Snapshot) => {
    snapshots.push(snapshot);
    waits.changed();
  };
  const diagnose = (url: string) => wire.at(url).diagnose();
  const renewToken = () => accounts.renew((token) => phone.renew(token));
  const facts: Partial<CallFacts>[] = [];
  const onFacts = (_id: CallId, fact: Partial<CallFacts>) => {
    facts.push(fact);
    waits.changed();
  };
  const favourites: string[] = [];
  const whomToWatch = async (now: PhoneSetup) =>
    usersToWatch(
      favourites.map((number) => ({ numbers: [{ kind: 'work', number }] })),
      now,
    );
  const { openSocket } = wire;
  const phone = new Phone({ openSocket, diagnose, renewToken, studio, whomToWatch, onChange, onFacts });
  return {
    phone,
    setup: { ...setup, ...change },
    wire,
    gateway,
    secondary: wire.at(secondUrl),
    accounts,
    studio,
    bob: gateway.person('202'),
    carol: gateway.person('203'),
    screen: makeScreen(phone, wire, { snapshots, until: waits.until }),
    favourites,
    facts,
  };
}

/** A phone that is signed in and registered. */
export async function makeRegisteredPhone(change: Partial<PhoneSetup> = {}): Promise<PhoneAndWorld> {
  const world = makePhone(change);
  await world.phone.configure(world.setup);
  await world.screen.registration('registered');
  return world;
}

/** Dials, and resolves with the call as it reached the far end. */
export async function dial(world: PhoneAndWorld, number = '202', person = world.bob): Promise<FarCall> {
  const result = await world.phone.place({ typed: number, sent: number, dtmf: '', isEmergency: false });
  if (!result.ok) throw new Error(`not dialled: ${result.why}`);
  return person.isCalled();
}

/** A phone in a conversation with Bob, whom it called. */
export async function makePhoneInCall(
  change: Partial<PhoneSetup> = {},
): Promise<PhoneAndWorld & { far: FarCall }> {
  const world = await makeRegisteredPhone(change);
  const far = await dial(world);
  await far.answer();
  await world.screen.until('active');
  await far.isAnswered();
  return { ...world, far };
}

type Seen = { snapshots: readonly Snapshot[]; until: ReturnType<typeof makeWaits>['until'] };

function makeScreen(phone: Phone, wire: Wire, { snapshots, until }: Seen): Screen {
  const newest = () => phone.snapshot.calls.at(-1);
  const explain = (wanted: string) => () =>
    `waited for ${wanted}, the screen shows ${JSON.stringify(phone.snapshot)} after\n${wire.lines.join('\n')}`;
  const callNow = () => {
    const call = newest();
    if (!call) throw new Error('no call on the screen');
    return call;
  };
  return {
    get call() {
      return callNow();
    },
    get id() {
      return callNow().id;
    },
    get registrations() {
      return snapshots
        .map(({ registration }) => registration)
        .filter((registration, index, all) => registration !== all[index - 1]);
    },
    until: <S extends Call['state']>(state: S) => {
      const isIn = (call: Call | undefined): call is Extract<Call, { state: S }> => call?.state === state;
      const find = () => [newest()].find(isIn);
      return until(find, explain(state));
    },
    registration: <S extends Registration['state']>(state: S) => {
      const isIn = (now: Registration): now is Extract<Registration, { state: S }> => now.state === state;
      return until(() => [phone.snapshot.registration].find(isIn), explain(state));
    },
    shows: async (question) => {
      await until(() => question(phone.snapshot) || undefined, explain('something else'));
    },
  };
}
