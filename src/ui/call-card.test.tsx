import './fake-i18n';
import { render } from 'preact';
import { beforeEach, expect, it } from 'vitest';
import type { AnswerResult } from '../bus/protocol';
import type { Call, CallId, CallProgress, Direction } from '../core/call';
import { CallCard } from './call-card';
import { speak } from './fake-i18n';
import type { Intents } from './intents';

const talk = { answeredAt: 0, isMuted: false, hasMicrophone: true, signalling: 'ok' } as const;

function makeCall(direction: Direction, progress: CallProgress): Call {
  const party = { number: '0371 5550123', displayName: 'Anna' };
  return {
    id: 'c1' as CallId,
    direction,
    remote: party,
    target: { typed: party.number, sent: party.number },
    startedAt: 0,
    isEmergency: false,
    ...progress,
  };
}

let told: string[];
const show = (call: Call, answer: AnswerResult = { ok: true }) => {
  const tell = (what: string) => (_id: CallId, detail?: boolean | string) =>
    void told.push([what, detail].filter((part) => part !== undefined).join(' '));
  const intents = {
    answer: async () => answer,
    hangUp: tell('hangUp'),
    decline: tell('decline'),
    mute: tell('mute'),
    sendDtmf: tell('sendDtmf'),
    dismiss: tell('dismiss'),
  } as Partial<Intents> as Intents;
  render(<CallCard call={call} intents={intents} formatNumber={(number) => number} />, document.body);
};
const labels = () => [...document.querySelectorAll('.actions button')].map((button) => button.textContent);
const press = (label: string) =>
  [...document.querySelectorAll('button')]
    .find((button) => (button.getAttribute('aria-label') ?? button.textContent) === label)
    ?.click();
const settled = () => new Promise((resolve) => setTimeout(resolve));

beforeEach(() => {
  speak('en');
  told = [];
  render(null, document.body);
});

it.each<[string, Direction, CallProgress, string[]]>([
  ['is dialled', 'outbound', { state: 'dialing' }, ['Cancel call']],
  ['rings there', 'outbound', { state: 'ringing', since: 0, hasEarlyMedia: true }, ['Cancel call']],
  ['rings here', 'inbound', { state: 'ringing', since: 0, hasEarlyMedia: false }, ['Answer', 'Decline']],
  ['is being answered', 'inbound', { state: 'connecting' }, ['Hang up']],
  ['is talked on', 'outbound', { state: 'active', ...talk }, ['Mute', 'Keypad', 'Hang up']],
  ['is muted', 'outbound', { state: 'active', ...talk, isMuted: true }, ['Unmute', 'Keypad', 'Hang up']],
  ['is held', 'inbound', { state: 'held', by: 'them', ...talk }, ['Mute', 'Keypad', 'Hang up']],
  ['is over', 'outbound', { state: 'ended', endedAt: 0, cause: { kind: 'busy' } }, []],
])('offers what can be done with a call that %s', (_title, direction, progress, expected) => {
  show(makeCall(direction, progress));
  expect(labels()).toEqual(expected);
});

it('names a number as it was typed, and says what the dial rules made of it', () => {
  const call = makeCall('outbound', { state: 'dialing' });
  const remote = { number: '95550142', displayName: '' };
  show({ ...call, remote, target: { typed: '(777) 555-0142', sent: '95550142' } });
  expect(document.querySelector('h2')?.textContent).toBe('(777) 555-0142');
  expect(document.querySelector('.party .number')?.textContent).toBe('Dialled as 95550142');
});

it('does not put the focus on the red button when a call begins', () => {
  show(makeCall('outbound', { state: 'dialing' }));
  expect(document.activeElement?.tagName).toBe('ARTICLE');
});

it('mutes and unmutes', () => {
  show(makeCall('outbound', { state: 'active', ...talk }));
  press('Mute');
  show(makeCall('outbound', { state: 'active', ...talk, isMuted: true }));
  press('Unmute');
  expect(told).toEqual(['mute true', 'mute false']);
});

it('sends tones by click and by keyboard while the keypad is open, and shows what was sent', async () => {
  show(makeCall('outbound', { state: 'active', ...talk }));
  document.dispatchEvent(new KeyboardEvent('keydown', { key: '5' }));
  press('Keypad');
  await settled();
  press('1');
  for (const key of ['2', 'a', 'x', '#']) document.dispatchEvent(new KeyboardEvent('keydown', { key }));
  document.dispatchEvent(new KeyboardEvent('keydown', { key: '7', ctrlKey: true }));
  await settled();
  expect(told).toEqual(['sendDtmf 1', 'sendDtmf 2', 'sendDtmf A', 'sendDtmf #']);
  expect(document.querySelector('output')?.textContent).toBe('12A#');
});

it('goes on ringing and says why when it cannot be answered without a microphone', async () => {
  show(makeCall('inbound', { state: 'ringing', since: 0, hasEarlyMedia: false }), {
    ok: false,
    why: 'no-microphone',
  });
  press('Answer');
  await settled();
  expect(document.querySelector('[role=alert]')?.textContent).toContain('still rings');
  expect(labels()).toEqual(['Answer', 'Decline']);
});

it('tells that the gateway is lost while one goes on talking', () => {
  show(makeCall('outbound', { state: 'active', ...talk, signalling: 'lost' }));
  expect(document.querySelector('.note')?.textContent).toContain('you can go on talking');
});

it('shows a caller who hides the number as unknown', () => {
  const call = makeCall('inbound', { state: 'ringing', since: 0, hasEarlyMedia: false });
  const anonymous = { number: 'sip:anonymous@anonymous.invalid', displayName: 'Anonymous' };
  show({ ...call, remote: anonymous });
  expect(document.querySelector('.party')?.textContent).toBe('Unknown caller');
});
