/** Makes a queue: each act begins when the one before it is over. A failure is told to whoever asked for that act, and holds up nobody. */
export function makeTurns(): <T>(act: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (act) => {
    const done = last.then(act);
    last = done.catch(() => undefined);
    return done;
  };
}
