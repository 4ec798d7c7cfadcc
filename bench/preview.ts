import { makeDialer } from '../src/core/dial/dial';
import type { DialSettings } from '../src/core/dial/dialled';
import { isChanged } from '../src/core/dial/is-changed';
import { DENVER } from '../src/core/dial/make-rules';
import type { Row } from './report';

const typed = [
  '+1 (212) 555-0123 x456',
  '011 44 20 7946 0018',
  '1-800-FLOWERS',
  'tel:+1-212-555-0123;ext=45',
  'sip:bob.smith@example.com',
  '911',
];
const rounds = 51;
const settings: DialSettings = { rules: DENVER, emergencyNumbers: ['5555'] };

/**
 * What the popup computes for its preview. Of each key the median of its rounds counts, since a machine that does other things
 * interrupts one or the other; the first key of all, with nothing compiled, is a row of its own.
 */
export function measurePreview(): Row[] {
  const drafts = typed.flatMap((number) => [...number].map((_, at) => number.slice(0, at + 1)));
  // The popup prepares the rules when it is drawn, with nothing typed yet.
  const dialNumber = makeDialer(settings);
  preview(dialNumber, '');
  const first = timeOf(() => preview(dialNumber, '+'));
  const figures = drafts.map((draft) =>
    median(Array.from({ length: rounds }, () => timeOf(() => preview(dialNumber, draft)))),
  );
  return [
    { what: 'popup’s preview, each key of six numbers', figures, unit: 'ms', limit: 1 },
    { what: 'popup’s preview, the first key of all', figures: [first], unit: 'ms', limit: 1 },
  ];
}

function preview(dialNumber: ReturnType<typeof makeDialer>, draft: string): void {
  const dialled = dialNumber(draft);
  if (isChanged(dialled) && dialled.steps.length === 0) throw new Error(`nothing was done with ${draft}`);
}

function timeOf(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function median(figures: readonly number[]): number {
  return figures.toSorted((one, other) => one - other)[Math.floor(figures.length / 2)] ?? Number.NaN;
}
