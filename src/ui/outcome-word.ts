import type { CallLine } from '../core/call-log/call-line';
import type { IconName } from './icons';
import { text } from './text';

/** How a call went, in a word or two. */
export function outcomeWord(record: CallLine): string {
  const isInbound = record.direction === 'inbound';
  switch (record.outcome) {
    case 'open':
      return text('outcomeOpen');
    case 'answered':
      return text(isInbound ? 'outcomeInbound' : 'outcomeOutbound');
    case 'missed':
      return text('outcomeMissed');
    case 'declined':
      return text(isInbound ? 'outcomeDeclinedHere' : 'outcomeDeclinedThere');
    case 'cancelled':
      return text('outcomeCancelled');
    case 'busy':
      return text('outcomeBusy');
    case 'failed':
      return text(record.cause === 'no-answer' ? 'outcomeNoAnswer' : 'outcomeFailed');
    case 'forwarded':
      return text('outcomeForwarded');
    case 'elsewhere':
      return text('outcomeElsewhere');
    case 'interrupted':
      return text('outcomeInterrupted');
  }
}

export function outcomeIcon(record: CallLine): IconName {
  if (record.outcome === 'missed') return 'missed';
  return record.direction;
}
