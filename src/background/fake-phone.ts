import { type Bus, connectBus, type Handlers } from '../bus/bus';
import type { AnswerResult, PhoneSetup } from '../bus/protocol';
import { nowhere, readDocument } from '../core/settings/read-document';
import { fetchDocument } from '../platform/fetch-document';
import { type FakeBrowser, phonePage } from './fake-browser';
import { makePort } from './fake-runtime';

/** The phone's document as the worker sees it: keeps what it was told. */
export type FakePhone = {
  readonly bus: Bus;
  /** Every setup it was given, in order; null is a sign-out. */
  readonly setups: (PhoneSetup | null)[];
  /** Every other thing that it was told, as `call.decline c1`. */
  readonly told: string[];
  answers: AnswerResult;
  /** The place in the list of the server that answers, null when none does. */
  fastest: number | null;
  /** The document is gone. */
  vanish(): void;
};

/** Has the document start a phone whenever it is made. */
export function putPhoneInto(fake: FakeBrowser): { readonly phone: FakePhone | undefined } {
  const { createDocument, closeDocument } = fake.offscreen;
  let phone: FakePhone | undefined;
  fake.offscreen.createDocument = async (options) => {
    await createDocument(options);
    phone = startPhone(fake);
  };
  fake.offscreen.closeDocument = async () => {
    await closeDocument();
    phone = undefined;
  };
  return {
    get phone() {
      return phone;
    },
  };
}

function startPhone(fake: FakeBrowser): FakePhone {
  const bus = connectBus(fake.messages.runtimeOf(phonePage));
  const port = makePort('lifeline', phonePage);
  const phone: FakePhone = {
    bus,
    setups: [],
    told: [],
    answers: { ok: true },
    fastest: 0,
    vanish() {
      void fake.offscreen.closeDocument().then(() => port.onDisconnect.emit());
    },
  };
  bus.serve('phone', handlersOf(phone));
  fake.runtime.onConnect.emit(port);
  return phone;
}

function handlersOf(phone: FakePhone): Handlers<'phone'> {
  const hear = (line: string): void => void phone.told.push(line);
  return {
    'phone.configure': (setup) => void phone.setups.push(setup),
    'servers.race': ({ servers }) => {
      hear(`servers.race ${servers.map((gateways) => gateways.join(' or ')).join(', ')}`);
      return phone.fastest;
    },
    'document.read': ({ text }) => readDocument(text, nowhere),
    'document.fetch': (asked) => fetchDocument(asked),
    'phone.prepare': () => hear('phone.prepare'),
    'account.renew': () => hear('account.renew'),
    'call.place': ({ typed, sent }) => {
      hear(`call.place ${typed} → ${sent}`);
      return { ok: false, why: 'busy' };
    },
    'call.answer': ({ id }) => {
      hear(`call.answer ${id}`);
      return phone.answers;
    },
    'call.decline': ({ id }) => hear(`call.decline ${id}`),
    'call.hangUp': ({ id }) => hear(`call.hangUp ${id}`),
    'call.mute': ({ id }) => hear(`call.mute ${id}`),
    'call.sendDtmf': ({ id }) => hear(`call.sendDtmf ${id}`),
    'call.dismiss': ({ id }) => hear(`call.dismiss ${id}`),
  };
}
