import type { ComponentChildren } from 'preact';
import type { CallRecord } from '../core/call-record';
import type { Quality } from '../core/quality';
import { causeSentence } from '../ui/cause-sentence';
import { formatDuration } from '../ui/duration';
import { outcomeWord } from '../ui/outcome-word';
import { languageTag, type TextKey, text } from '../ui/text';
import type { FormatNumber } from '../ui/use-number-format';
import { formatDateTime } from './day-word';

type Props = { record: CallRecord; nameNow: string; formatNumber: FormatNumber };

/** What became of a call and how it sounded, as a list of terms. */
export const CallFigures = ({ record, nameNow, formatNumber }: Props) => {
  const { answeredAt, endedAt, startedAt } = record;
  const isChanged = record.direction === 'outbound' && record.sent !== record.typed;
  const wasNamed = record.displayName !== '' && nameNow !== '' && record.displayName !== nameNow;
  return (
    <dl class="figures">
      <Figure name="figureOutcome">{outcomeWord(record)}</Figure>
      {answeredAt === null && record.cause && (
        <Figure name="figureReason">{causeSentence(causeOf(record))}</Figure>
      )}
      <Figure name="figureStarted">
        <time dateTime={new Date(startedAt).toISOString()}>{formatDateTime(startedAt)}</time>
      </Figure>
      {answeredAt !== null && (
        <>
          <Figure name="figureRang">{formatDuration((answeredAt - startedAt) / 1000)}</Figure>
          {endedAt !== null && (
            <Figure name="talkTime">{formatDuration((endedAt - answeredAt) / 1000)}</Figure>
          )}
        </>
      )}
      {wasNamed && <Figure name="figureNameThen">{record.displayName}</Figure>}
      {isChanged && <Figure name="figureTyped">{formatNumber(record.typed)}</Figure>}
      {isChanged && <Figure name="figureSent">{record.sent}</Figure>}
      {record.divertedFrom && <Figure name="figureDivertedFrom">{formatNumber(record.divertedFrom)}</Figure>}
      {record.forwardedTo && <Figure name="figureForwardedTo">{formatNumber(record.forwardedTo)}</Figure>}
      {record.transferredTo && (
        <Figure name="figureTransferredTo">{formatNumber(record.transferredTo)}</Figure>
      )}
      {record.isRecorded && <Figure name="figureRecorded">{text('figureYes')}</Figure>}
      {record.gateway && <Figure name="figureGateway">{record.gateway}</Figure>}
      {record.quality && <QualityFigures quality={record.quality} />}
    </dl>
  );
};

const QualityFigures = ({ quality }: { quality: Quality }) => {
  const { mos, lossPercent, jitterMs, roundTripMs, codec } = quality;
  const number = new Intl.NumberFormat(languageTag(), { maximumFractionDigits: 1 });
  return (
    <>
      <Figure name="figureQuality">{text(qualityKey(mos), number.format(mos))}</Figure>
      <Figure name="figureLoss">{`${number.format(lossPercent)}\u00a0%`}</Figure>
      <Figure name="figureJitter">{`${number.format(jitterMs)}\u00a0ms`}</Figure>
      {roundTripMs !== null && (
        <Figure name="figureRoundTrip">{`${number.format(roundTripMs)}\u00a0ms`}</Figure>
      )}
      {codec && <Figure name="figureCodec">{codec}</Figure>}
    </>
  );
};

const Figure = ({ name, children }: { name: TextKey; children: ComponentChildren }) => (
  <div>
    <dt>{text(name)}</dt>
    <dd>{children}</dd>
  </div>
);

/** As ITU-T G.107 annex B has it: from 4.03 most people are satisfied, and below 3.1 most are not. */
function qualityKey(mos: number): TextKey {
  if (mos >= 4) return 'qualityGood';
  return mos >= 3.1 ? 'qualityFair' : 'qualityPoor';
}

function causeOf({ cause, sipStatus }: CallRecord) {
  return { kind: cause ?? 'interrupted', ...(sipStatus !== undefined && { sipStatus }) } as const;
}
