/** Which of a profile's servers somebody signs in to: one by its name, or whichever answers first (see `choose-server.ts`). */
export type ServerChoice = { readonly kind: 'named'; readonly name: string } | { readonly kind: 'automatic' };

export const automatic: ServerChoice = { kind: 'automatic' };

/**
 * The server that a choice means; undefined when nobody has chosen, or the chosen one is gone. `answered` is the one that Automatic found
 * last: before it has found any, the first of the list stands in.
 */
export function serverInForce<P extends { readonly name: string }>(
  choice: ServerChoice | undefined,
  servers: readonly P[],
  answered: string | undefined,
): P | undefined {
  if (!choice) return undefined;
  if (choice.kind === 'named') return servers.find(({ name }) => name === choice.name);
  return servers.find(({ name }) => name === answered) ?? servers[0];
}

/** True when Automatic has to find out: nobody has chosen one of several servers. */
export function hasToChoose(choice: ServerChoice | undefined, servers: readonly unknown[]): boolean {
  return choice?.kind === 'automatic' && servers.length > 1;
}
