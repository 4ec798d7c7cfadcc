import { useMemo } from 'preact/hooks';
import { dialSettings } from '../core/dial/dial-settings';
import type { DialSettings } from '../core/dial/dialled';
import type { PageState } from './page-state';
import { serverInUse } from './server-in-use';

const none: DialSettings = { rules: null, emergencyNumbers: [] };

/** The dial rules in force, those that a call would go by; the same object as long as they are the same. */
export function useDialSettings(
  state: Pick<PageState, 'profile' | 'account' | 'ownRules' | 'snapshot'>,
): DialSettings {
  const server = serverInUse(state);
  const { ownRules } = state;
  return useMemo(() => (server ? dialSettings(server, ownRules ?? null) : none), [server, ownRules]);
}
