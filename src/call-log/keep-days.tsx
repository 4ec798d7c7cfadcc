import { useEffect, useState } from 'preact/hooks';
import { mostKeepDays, parseKeepDays, usualKeepDays } from '../core/call-log/retention';
import { readItem, writeItems } from '../platform/storage';
import { text } from '../ui/text';

/** For how long calls are kept. What cannot be meant is said, and not kept. */
export const KeepDays = () => {
  const [typed, setTyped] = useState<string>();
  useEffect(() => {
    void readItem('local', 'keepCallsDays').then((days) => setTyped(String(days ?? usualKeepDays)));
  }, []);
  const days = parseKeepDays(typed ?? '');
  const change = (value: string) => {
    setTyped(value);
    const meant = parseKeepDays(value);
    if (meant !== null) void writeItems('local', { keepCallsDays: meant });
  };
  return (
    <section class="keep-days">
      <label>
        {text('keepDays')}
        <input
          inputMode="numeric"
          maxLength={4}
          value={typed ?? ''}
          disabled={typed === undefined}
          aria-invalid={typed !== undefined && days === null}
          aria-describedby="keep-days-hint"
          onInput={({ currentTarget }) => change(currentTarget.value)}
        />
      </label>
      <p id="keep-days-hint" class="hint" role="status">
        {typed !== undefined && days === null
          ? text('keepDaysWrong', String(mostKeepDays))
          : text('keepDaysHint')}
      </p>
    </section>
  );
};
