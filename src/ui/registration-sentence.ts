import type { FailedAttempt, GatewayPlace, Registration, RegistrationFailure } from '../core/registration';
import { withStatus } from './cause-sentence';
import type { IconName } from './icons';
import { type TextKey, text } from './text';

const failureKeys: Readonly<Record<RegistrationFailure, TextKey>> = {
  'wrong-password': 'failureWrongPassword',
  'unknown-user': 'failureUnknownUser',
  forbidden: 'failureForbidden',
  'unsupported-digest': 'failureUnsupportedDigest',
  'needs-token': 'failureNeedsToken',
  'needs-password': 'failureNeedsPassword',
  'sign-in-again': 'failureSignInAgain',
  'accounts-unreachable': 'failureAccountsUnreachable',
  'too-many-devices': 'failureTooManyDevices',
  'server-busy': 'failureServerBusy',
  'server-error': 'failureServerError',
  'unknown-host': 'failureUnknownHost',
  refused: 'failureRefused',
  certificate: 'failureCertificate',
  timeout: 'failureTimeout',
  'not-a-gateway': 'failureNotAGateway',
  offline: 'failureOffline',
  blocked: 'failureBlocked',
  closed: 'failureClosed',
  unreachable: 'failureUnreachable',
};

const wordKeys: Readonly<Record<Registration['state'], TextKey>> = {
  off: 'registrationOff',
  registering: 'registrationRegistering',
  registered: 'registrationRegistered',
  failed: 'registrationFailed',
};

export const registrationIcons: Readonly<Record<Registration['state'], IconName>> = {
  off: 'off',
  registering: 'waiting',
  registered: 'check',
  failed: 'warning',
};

/** One or two words. */
export function registrationWord(registration: Registration): string {
  return text(wordKeys[registration.state]);
}

/** Why we are not registered and what can be done about it. */
export function failureSentence(failed: FailedAttempt): string {
  return withStatus(text(failureKeys[failed.why], hostOf(failed.gateway)), failed.sipStatus);
}

/** Which gateway carries us, when it is not the primary; empty otherwise. */
export function secondaryGateway(registration: Registration): string {
  if (registration.state === 'off' || registration.gateway.index === 0) return '';
  return text('secondaryGateway', hostOf(registration.gateway));
}

/** The host with its port, without scheme and path; the whole text when it is no address. */
export function hostOf(gateway: Pick<GatewayPlace, 'url'>): string {
  return URL.canParse(gateway.url) ? new URL(gateway.url).host : gateway.url;
}
