import type { Cause, CauseKind } from '../core/cause';
import { type TextKey, text } from './text';

const keys: Readonly<Record<CauseKind, TextKey>> = {
  'hung-up-here': 'causeHungUpHere',
  'hung-up-there': 'causeHungUpThere',
  cancelled: 'causeCancelled',
  'caller-gave-up': 'causeCallerGaveUp',
  'answered-elsewhere': 'causeAnsweredElsewhere',
  'declined-elsewhere': 'causeDeclinedElsewhere',
  'declined-here': 'causeDeclinedHere',
  'busy-here': 'causeBusyHere',
  busy: 'causeBusy',
  declined: 'causeDeclined',
  'not-found': 'causeNotFound',
  'number-changed': 'causeNumberChanged',
  'bad-number': 'causeBadNumber',
  'no-answer': 'causeNoAnswer',
  unavailable: 'causeUnavailable',
  forbidden: 'causeForbidden',
  moved: 'causeMoved',
  'no-common-codec': 'causeNoCommonCodec',
  'server-busy': 'causeServerBusy',
  'server-error': 'causeServerError',
  'no-microphone': 'causeNoMicrophone',
  'no-connection': 'causeNoConnection',
  'bad-description': 'causeBadDescription',
  'media-failed': 'causeMediaFailed',
  refused: 'causeRefused',
  interrupted: 'causeInterrupted',
};

/** Why a call ended and what can be done; the SIP status, when there was one, stands at the end for the administrator. */
export function causeSentence(cause: Cause): string {
  return withStatus(text(keys[cause.kind]), cause.sipStatus);
}

export function withStatus(sentence: string, sipStatus: number | undefined): string {
  return sipStatus === undefined ? sentence : `${sentence} (SIP\u00a0${sipStatus})`;
}
