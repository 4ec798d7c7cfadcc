import { type Dialer, makeDialer } from '../dial/dial';
import type { DialSettings } from '../dial/dialled';
import type { Contact } from '../directory/contact';

/** The telephone system that somebody is signed in at, as far as it matters for whom one can watch there. */
export type HomeSystem = { sipDomain: string; extension: string; dial: DialSettings };

/** Whoever has more favourites does not look at all of them. */
export const watchedAtMost = 50;

/**
 * Tells of a contact the user at our own system whose presence is the contact's: that of the first number that leads to an extension or
 * to an address at our own SIP domain. Null when there is none, and for ourselves. Make it once for each system.
 */
export function makeWatchedUser(home: HomeSystem): (contact: Pick<Contact, 'numbers'>) => string | null {
  const dialNumber = makeDialer(home.dial);
  return ({ numbers }) => {
    const users = numbers.map(({ number }) => userAt(home, dialNumber(number)));
    return users.find((user) => user !== null && user !== home.extension) ?? null;
  };
}

/** Whom to watch for these favourites, each once, in their order. */
export function usersToWatch(favourites: readonly Pick<Contact, 'numbers'>[], home: HomeSystem): string[] {
  const users = favourites.map(makeWatchedUser(home)).filter((user) => user !== null);
  return [...new Set(users)].slice(0, watchedAtMost);
}

function userAt(home: HomeSystem, { sent, uri, dtmf, emergency, why }: ReturnType<Dialer>): string | null {
  if (emergency || dtmf !== '') return null;
  if (uri !== null) return userOfAddress(uri, home.sipDomain);
  const isExtension = why.includes('internal') || looksInternal(sent, home);
  return isExtension && /^\d+$/.test(sent) ? sent : null;
}

/** Where no rule says how long extensions are, those are that are as long as our own. */
function looksInternal(sent: string, { dial, extension }: HomeSystem): boolean {
  const isUnknown = (dial.rules?.extensionLengths ?? []).length === 0;
  return isUnknown && /^\d+$/.test(extension) && sent.length === extension.length;
}

/** "202" of sip:202@example.com;transport=ws, and of sip:202, which names no host. */
function userOfAddress(uri: string, sipDomain: string): string | null {
  const [, user = '', host] = /^sips?:([\w.!~*'()+-]+)(?:@([^;:?]+)(?::\d+)?)?(?:[;?].*)?$/i.exec(uri) ?? [];
  if (host === undefined) return /^\d+$/.test(user) ? user : null;
  return host.toLowerCase() === sipDomain.toLowerCase() && user !== '' ? user : null;
}
