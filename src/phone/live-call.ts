import type { CallSession } from './call-session';

/** What can be done with any call, whatever carries it. */
export type LiveCall = Pick<
  CallSession,
  'call' | 'ended' | 'answer' | 'hangUp' | 'mute' | 'sendDtmf' | 'followGateway'
>;
