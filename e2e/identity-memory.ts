import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider';

/** What an identity provider has given out, so that a test can make it forget. */
export type Memory = { adapter: AdapterFactory; clear(): void };

type Entry = { payload: AdapterPayload; expiresAt: number };

export function makeMemory(): Memory {
  const entries = new Map<string, Entry>();
  return { adapter: (model) => makeAdapter(model, entries), clear: () => entries.clear() };
}

function makeAdapter(model: string, entries: Map<string, Entry>): Adapter {
  const find = async (isIt: (payload: AdapterPayload) => boolean) => {
    for (const [key, { payload, expiresAt }] of entries)
      if (key.startsWith(`${model}:`) && expiresAt > Date.now() && isIt(payload)) return payload;
    return undefined;
  };
  return {
    async upsert(id, payload, expiresInSec) {
      const expiresAt = expiresInSec ? Date.now() + expiresInSec * 1_000 : Number.POSITIVE_INFINITY;
      entries.set(`${model}:${id}`, { payload, expiresAt });
    },
    async find(id) {
      const entry = entries.get(`${model}:${id}`);
      return entry && entry.expiresAt > Date.now() ? entry.payload : undefined;
    },
    findByUid: (uid) => find((payload) => payload.uid === uid),
    findByUserCode: (userCode) => find((payload) => payload.userCode === userCode),
    async consume(id) {
      const entry = entries.get(`${model}:${id}`);
      if (entry) entry.payload.consumed = Math.floor(Date.now() / 1_000);
    },
    async destroy(id) {
      entries.delete(`${model}:${id}`);
    },
    async revokeByGrantId(grantId) {
      for (const [key, { payload }] of entries) if (payload.grantId === grantId) entries.delete(key);
    },
  };
}
