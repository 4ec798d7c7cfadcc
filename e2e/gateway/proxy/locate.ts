import { parseUri } from '../sip/address';
import type { Link } from './link';
import { contactKey, type Registrar } from './registrar';

/** Where a copy of a request goes. */
export interface Target {
  readonly uri: string;
  readonly link: Link;
  /** P-Asserted-Identity of who is there, when known. */
  readonly identity: string | undefined;
}

export type Located = { ok: true; targets: Target[] } | { ok: false; status: 404 | 430 | 480 };

interface Flow {
  readonly link: Link;
  readonly user: string;
  readonly instance: string | undefined;
}

export interface LocateParts {
  readonly registrar: Registrar;
  readonly isUser: (user: string) => boolean;
  readonly identityOf: (user: string) => string | undefined;
  /** The far end inside this process that has the number. */
  readonly farEnd: (number: string) => Link | undefined;
  readonly isFarEndContact: (uri: string) => boolean;
  /** The link of any number that may have placed a call, whether or not it takes calls. */
  readonly anyFarEnd: (number: string) => Link;
}

export interface Locator {
  /** Remembers over which link a contact can be reached. Contacts end in `.invalid` (RFC 7118 §5), so nothing else tells. */
  learn(contact: string, link: Link, user: string): void;
  /** A new call or message: a number, a user, a GRUU, or a contact. */
  outside(uri: string): Located;
  /** A request within a dialog: the contact that the other side gave. */
  inside(uri: string): Located;
  clear(): void;
}

export function makeLocator(parts: LocateParts): Locator {
  const flows = new Map<string, Flow>();

  function byGruu(uri: string): Target[] | undefined {
    const parsed = parseUri(uri);
    if (!parsed?.params.gr) return undefined;
    const found = parts.registrar.bindings(parsed.user).filter((b) => b.instance === parsed.params.gr);
    return found
      .map((b) => ({ uri: b.contact, link: b.link, identity: parts.identityOf(b.user) }))
      .slice(0, 1);
  }

  function byContact(uri: string): Target | 'lost' | undefined {
    const key = contactKey(uri);
    if (parts.isFarEndContact(uri)) {
      const number = parseUri(uri)?.user ?? '';
      return { uri, link: parts.anyFarEnd(number), identity: parts.identityOf(number) };
    }
    const bound = parts.registrar.all().find((b) => contactKey(b.contact) === key && b.link.isOpen);
    if (bound) return { uri, link: bound.link, identity: parts.identityOf(bound.user) };
    const flow = flows.get(key);
    if (!flow) return undefined;
    const identity = parts.identityOf(flow.user);
    if (flow.link.isOpen) return { uri, link: flow.link, identity };
    // The phone came back over another socket, perhaps with another contact: its instance tells that it is the same.
    const again = parts.registrar.bindings(flow.user).find((b) => b.instance && b.instance === flow.instance);
    return again ? { uri, link: again.link, identity } : 'lost';
  }

  function byNumber(uri: string): Located {
    const user = parseUri(uri)?.user ?? '';
    const farEnd = parts.farEnd(user);
    if (farEnd) return { ok: true, targets: [{ uri, link: farEnd, identity: parts.identityOf(user) }] };
    if (!parts.isUser(user)) return { ok: false, status: 404 };
    const identity = parts.identityOf(user);
    const targets = parts.registrar.bindings(user).map((b) => ({ uri: b.contact, link: b.link, identity }));
    return targets.length > 0 ? { ok: true, targets } : { ok: false, status: 480 };
  }

  function inside(uri: string): Located {
    const gruu = byGruu(uri);
    if (gruu) return gruu.length > 0 ? { ok: true, targets: gruu } : { ok: false, status: 430 };
    const contact = byContact(uri);
    if (contact === 'lost') return { ok: false, status: 430 };
    if (contact) return { ok: true, targets: [contact] };
    const found = byNumber(uri);
    return found.ok ? { ok: true, targets: found.targets.slice(0, 1) } : found;
  }

  return {
    learn(contact, link, user) {
      const before = flows.get(contactKey(contact));
      const bound = parts.registrar.all().find((b) => b.link === link);
      const instance = bound?.instance ?? (before?.link === link ? before.instance : undefined);
      flows.set(contactKey(contact), { link, user: bound?.user ?? user, instance });
    },
    outside(uri) {
      const parsed = parseUri(uri);
      const isContact = parsed?.params.gr !== undefined || parsed?.host.endsWith('.invalid');
      return isContact ? inside(uri) : byNumber(uri);
    },
    inside,
    clear: () => flows.clear(),
  };
}
