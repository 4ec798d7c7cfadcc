/**
 * Where somebody is, as their telephone system tells it (RFC 3856). What it does not tell has no word here: whoever is unknown is
 * missing, and nothing is shown.
 *
 * available        a telephone of theirs is registered
 * on-a-call        they talk to somebody
 * busy             they are, and nobody says with what
 * do-not-disturb   they asked not to be called
 * away             they are elsewhere
 * offline          no telephone of theirs is registered
 */
export const presences = ['available', 'on-a-call', 'busy', 'do-not-disturb', 'away', 'offline'] as const;
export type Presence = (typeof presences)[number];

/** Of those whose presence is known, by the user part of their address at our own SIP domain. */
export type PresenceOf = Readonly<Record<string, Presence>>;

export const nobodyKnown: PresenceOf = {};

/** Whether both say the same of the same people. */
export function isSamePresence(one: PresenceOf, other: PresenceOf): boolean {
  const users = Object.keys(one);
  return (
    users.length === Object.keys(other).length &&
    users.every((user) => Object.hasOwn(other, user) && one[user] === other[user])
  );
}
