import type { DialRules } from './rules';

/** The rule field that decided something, by its name in `DialRules`. */
export type RuleField = keyof DialRules;

/**
 * What a step found or did. Pages translate each code; `trace.ts` has them in English.
 * `prefix` and `number`, in this order, are the pieces of which the result is made.
 */
export const STEP_CODES = [
  'sip-address', // a SIP URI; value: the address
  'rules-off', // no rules; value: what is left to dial
  'as-typed', // rules switched off for this call; value: what is left to dial
  'tones', // a tail is sent after the answer; value: the tail
  'letters', // letters were read as keypad digits; value: the number so read
  'trunk-zero', // "(0)" behind a country code was dropped
  'context', // a tel: URI's phone-context was put in front; value: the context
  'nothing', // nothing can be dialled
  'emergency', // value: the emergency number, without any prefix
  'feature-code', // begins with * or #
  'plus-kept', // a number with + that the rules leave alone
  'extension', // value: its length
  'already-prefixed', // value: the outside prefix that is there
  'own-country', // value: the country code
  'other-country', // value: the own country code
  'international-prefix', // typed with it; value: the prefix
  'long-distance-prefix', // typed with it; value: the prefix
  'national', // national by its length; value: the length
  'local-reading', // of national length, but a number of the own area just as well; value: the area code
  'own-system', // value: the system's prefix
  'own-area', // value: the area code
  'other-area', // value: the own area codes, joined by commas
  'area-kept', // own area, but area codes are not removed
  'area-removed', // value: the area code
  'local', // a number of the own area, by its length; value: the area code it would have
  'looks-prefixed', // begins with the outside prefix, which is still put in front; value: the prefix
  'other', // nothing above holds
  'prefix', // put in front; value: the digits
  'number', // what is left of what was typed; value: the digits
] as const;

export type StepCode = (typeof STEP_CODES)[number];

/** One step of the way from what was typed to what is sent. */
export type Step = {
  /** Which of the rules in order, 0 to 14, this step belongs to. */
  order: number;
  code: StepCode;
  /** The rule field that decided or that gave the value; null when none did. */
  field: RuleField | null;
  /** What the step is about; each code says which. */
  value: string;
};

/** Why a number came out as it did, for one line beside it: "outside line, long distance". */
export const REASONS = [
  'nothing-to-dial',
  'sip-address',
  'rules-off',
  'as-typed',
  'emergency',
  'feature-code',
  'plus-kept',
  'internal',
  'already-prefixed',
  'outside-line',
  'long-distance',
  'international',
  'local',
] as const;

export type Reason = (typeof REASONS)[number];

/** What becomes of one thing typed, clicked or picked. Plain data: it can be sent, stored and compared. */
export type Dialled = {
  typed: string;
  /** Digits, `*`, `#` and at most one leading `+`; a SIP address as it is; empty when nothing can be dialled. */
  sent: string;
  /** DTMF for after the answer: digits, `*`, `#`, and `,` for each pause of two seconds. Often empty. */
  dtmf: string;
  /** What is sent reaches an emergency service: never hold it up. */
  emergency: boolean;
  /** The SIP or SIPS address, when one was given. Then `sent` is the same. */
  uri: string | null;
  why: readonly Reason[];
  steps: readonly Step[];
};

/** Everything but the number that a result depends on. */
export type DialSettings = {
  /** Null: rules are off. */
  rules: DialRules | null;
  /** The country calling code for the emergency numbers of the country while rules are off. */
  countryCode?: string;
  /** The profile's own emergency numbers, on top of the country's, 112 and 911. */
  emergencyNumbers: readonly string[];
};
