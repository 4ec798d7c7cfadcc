import { useMemo, useRef, useState } from 'preact/hooks';
import type { DialRules } from '../core/dial/rules';
import { type DraftReading, type RulesDraft, readDraft, toDraft } from '../core/profile/rules-draft';

/** Rules that are being written. */
export type WrittenRules = {
  draft: RulesDraft;
  reading: DraftReading;
  /** What the draft meant when it was last without mistakes. */
  rules: DialRules;
  write(draft: RulesDraft): void;
};

export function useRulesDraft(initial: DialRules): WrittenRules {
  const [draft, write] = useState(() => toDraft(initial));
  const valid = useRef(initial);
  const reading = useMemo(() => readDraft(draft), [draft]);
  if (reading.isValid) valid.current = reading.rules;
  return { draft, reading, rules: valid.current, write };
}
