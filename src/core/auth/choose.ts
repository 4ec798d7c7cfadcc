import type { BearerChallenge, Challenge, DigestChallenge } from './challenge';
import { digestStrength } from './digest';

/** The strongest digest among these that we can give, the first of equals; null when there is none. */
export function chooseDigest(challenges: readonly Challenge[]): DigestChallenge | null {
  let best: { challenge: DigestChallenge; strength: number } | null = null;
  for (const challenge of challenges) {
    if (challenge.scheme !== 'digest') continue;
    const strength = digestStrength(challenge);
    if (strength !== null && strength > (best?.strength ?? 0)) best = { challenge, strength };
  }
  return best?.challenge ?? null;
}

/**
 * The first Bearer challenge that trusts the accounts service our token is from. One that names another service may be a
 * trap to get hold of the token (RFC 8898 §2.1.1, §5).
 */
export function chooseBearer(
  challenges: readonly Challenge[],
  accountsAddress: string,
): BearerChallenge | null {
  const isBearer = (challenge: Challenge) => challenge.scheme === 'bearer';
  const isOurs = ({ authzServer }: BearerChallenge) =>
    authzServer === null || originOf(authzServer) === originOf(accountsAddress);
  return challenges.filter(isBearer).find(isOurs) ?? null;
}

function originOf(address: string): string {
  const whole = /^[a-z][a-z0-9+.-]*:\/\//i.test(address) ? address : `https://${address}`;
  return URL.canParse(whole) ? new URL(whole).origin : address;
}
