import type { Dialled } from './dialled';
import { keepDialable } from './read-typed';

/** Whether something other than what was typed is sent, separators apart; the person is shown it before the call. */
export function isChanged(dialled: Dialled): boolean {
  if (dialled.uri !== null) return dialled.sent !== dialled.typed.trim();
  return dialled.dtmf !== '' || dialled.sent !== keepDialable(dialled.typed);
}
