import { type FakeEvent, makeEvent } from './fake-event';

const inItsOwnTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

type Change = { newValue?: unknown; oldValue?: unknown };
export type Changed = FakeEvent<[changes: Record<string, Change>, area: string]>;

/** One area of `browser.storage` in memory. What is kept is a copy, as it is in a browser. */
export type FakeArea = {
  readonly kept: Readonly<Record<string, unknown>>;
  /** Who may read it, when that was said. */
  readonly accessLevel: string | undefined;
  /** All of it when asked for null. */
  get(keys: string | string[] | null): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string | string[]): Promise<void>;
  clear(): Promise<void>;
  setAccessLevel(level: { accessLevel: string }): Promise<void>;
};

export function makeArea(name: string, onChanged: Changed): FakeArea {
  const kept: Record<string, unknown> = {};
  let accessLevel: string | undefined;
  return {
    kept,
    get accessLevel() {
      return accessLevel;
    },
    async get(keys) {
      await inItsOwnTurn();
      const wanted = keys === null ? Object.keys(kept) : [keys].flat().filter((key) => key in kept);
      return structuredClone(Object.fromEntries(wanted.map((key) => [key, kept[key]])));
    },
    async set(items) {
      await inItsOwnTurn();
      const copy = structuredClone(items);
      const changes = Object.entries(copy).map(([key, newValue]) => [key, { newValue, oldValue: kept[key] }]);
      Object.assign(kept, copy);
      onChanged.emit(Object.fromEntries(changes), name);
    },
    async remove(keys) {
      await inItsOwnTurn();
      for (const key of [keys].flat()) delete kept[key];
    },
    async clear() {
      await inItsOwnTurn();
      for (const key of Object.keys(kept)) delete kept[key];
    },
    async setAccessLevel(level) {
      accessLevel = level.accessLevel;
    },
  };
}

export const makeChanged = (): Changed => makeEvent();
