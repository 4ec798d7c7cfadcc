import { inContext } from './context';
import type { Dialled, DialSettings, Reason, Step } from './dialled';
import { emergencyNumberIn, makePlan, type Plan } from './plan';
import { keepDialable, type Reading, readTyped } from './read-typed';
import { numberOfSipAddress } from './read-uri';
import { route } from './route';

export type DialOptions = {
  /** Rules are off for this one call. */
  asTyped?: boolean;
};

export type Dialer = (typed: string, options?: DialOptions) => Dialled;

const step = (order: number, code: Step['code'], value: string): Step => ({
  order,
  code,
  field: null,
  value,
});

function nothing(plan: Plan, typed: string, steps: Step[]): Dialled {
  steps.push(plan.marks.nothing);
  return { typed, sent: '', dtmf: '', emergency: false, uri: null, why: plan.reasons.nothing, steps };
}

function dialAddress(plan: Plan, typed: string, uri: string): Dialled {
  if (uri === '') return nothing(plan, typed, []);
  const emergency = plan.emergency.has(numberOfSipAddress(uri));
  const why = emergency ? plan.reasons.emergency : plan.reasons.sipAddress;
  return { typed, sent: uri, dtmf: '', emergency, uri, why, steps: [step(0, 'sip-address', uri)] };
}

function readingSteps(plan: Plan, reading: Reading): Step[] {
  const steps: Step[] = [];
  if (reading.tail !== '') steps.push(step(1, 'tones', reading.tail));
  if (reading.hadLetters) steps.push(step(2, 'letters', reading.number));
  if (reading.hadTrunkZero) steps.push(plan.marks.trunkZero);
  return steps;
}

/** The number, behind the phone-context that a tel: URI gave it. */
function placed(plan: Plan, reading: Reading, steps: Step[]): string {
  if (reading.context === '') return reading.number;
  steps.push(step(2, 'context', reading.context));
  return inContext(reading.number, reading.context, plan.rules.countryCode);
}

function dialEmergency(plan: Plan, typed: string, reading: Reading, emergency: string): Dialled {
  const steps = readingSteps(plan, reading);
  // A word such as "xyz" is 999 on the keys. Nobody calls for help that way, but many search by name.
  if (reading.hadLetters) return nothing(plan, typed, steps);
  steps.push(step(3, 'emergency', emergency), step(3, 'number', reading.number));
  const why = plan.reasons.emergency;
  return { typed, sent: reading.number, dtmf: reading.tail, emergency: true, uri: null, why, steps };
}

function dialWithoutRules(plan: Plan, typed: string, reading: Reading, isOff: boolean): Dialled {
  const steps = reading.isTelUri ? readingSteps(plan, reading) : [];
  const number = reading.isTelUri ? placed(plan, reading, steps) : keepDialable(typed);
  const dtmf = reading.isTelUri ? reading.tail : '';
  if (number === '') return nothing(plan, typed, steps);
  steps.push(step(0, isOff ? 'rules-off' : 'as-typed', number), step(0, 'number', number));
  const emergency = emergencyNumberIn(plan, number) !== '';
  let why: readonly Reason[] = isOff ? plan.reasons.off : plan.reasons.asTyped;
  if (emergency) why = plan.reasons.emergency;
  return { typed, sent: number, dtmf, emergency, uri: null, why, steps };
}

function dialByRules(plan: Plan, typed: string, reading: Reading): Dialled {
  const steps = readingSteps(plan, reading);
  const number = placed(plan, reading, steps);
  const { sent, why } = route(plan, number, steps);
  const dtmf = reading.tail;
  if (sent.length > plan.longestEmergency || !plan.emergency.has(sent)) {
    return { typed, sent, dtmf, emergency: false, uri: null, why, steps };
  }
  // A prefix can complete an emergency number: 9 before 11. Whoever calls must see what it has become.
  if (reading.hadLetters) return nothing(plan, typed, readingSteps(plan, reading));
  steps.push(step(3, 'emergency', sent));
  return { typed, sent, dtmf, emergency: true, uri: null, why: plan.reasons.emergency, steps };
}

/**
 * Makes the function that turns what was typed, clicked or picked into what is sent. Make it once for each
 * set of rules: tables and steps are prepared here, so that a call of it takes about a microsecond.
 *
 * It never throws. When nothing can be dialled, `sent` is empty and `why` is `nothing-to-dial`.
 * A SIP address is dialled as it is, whatever the rules. With rules off only digits, `*`, `#` and one leading `+` are kept,
 * which drops a tail as well; a `tel:` URI keeps its `;ext=`, because there the two are told apart by its grammar.
 */
export function makeDialer(settings: DialSettings): Dialer {
  const { rules, emergencyNumbers } = settings;
  const isOff = rules === null;
  const plan = makePlan(rules, rules?.countryCode || settings.countryCode || '', emergencyNumbers);
  return (typed, options) => {
    const reading = readTyped(typed, plan.rules);
    if (reading.uri !== null) return dialAddress(plan, typed, reading.uri);
    const emergency = emergencyNumberIn(plan, reading.number);
    if (emergency !== '' && !(reading.hadLetters && isOff))
      return dialEmergency(plan, typed, reading, emergency);
    if (isOff || options?.asTyped === true) return dialWithoutRules(plan, typed, reading, isOff);
    if (reading.number === '') return nothing(plan, typed, []);
    return dialByRules(plan, typed, reading);
  };
}

/** As `makeDialer(settings)(typed, options)`, for the one number that needs no speed. */
export function dial(typed: string, settings: DialSettings, options?: DialOptions): Dialled {
  return makeDialer(settings)(typed, options);
}
