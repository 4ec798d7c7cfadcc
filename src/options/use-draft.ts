import { useRef, useState } from 'preact/hooks';
import type { Problem } from '../core/profile/profile';
import { moveMarks } from './moved-marks';
import { toLineFeeds } from './open-file';
import { type Reading, useReading } from './use-reading';

/** A change that was made by a click: what to say of it, and the text before it. */
export type Step = { readonly said: string; readonly before: string };

export type Draft = {
  readonly reading: Reading;
  /** Of the reading and of the file that the text came from, at their places in the text as it is now. */
  readonly problems: readonly Problem[];
  /** The last change, if it was a click that can be taken back. */
  readonly step: Step | undefined;
  /** What is typed; it is read when the typing pauses. */
  type(text: string): void;
  /** What is changed by a click; it is read at once. With a word about it, it can be taken back. */
  change(edit: (text: string) => string, said?: string): void;
  /** The text of a file, with what there is to say about its bytes. */
  open(text: string, problems: readonly Problem[], said: string): void;
  /** Reads the text as it is at this moment. */
  readNow(): Reading;
};

/** A document on its way: its text, whoever changes it, and what is wrong with it. */
export function useDraft(text: string, onText: (text: string) => void): Draft {
  // Two changes may come before the page is drawn again.
  const latest = useRef(text);
  latest.current = text;
  const { reading, readNow } = useReading(text);
  const [file, setFile] = useState<Pick<Reading, 'text' | 'problems'>>();
  const [step, setStep] = useState<Step>();
  const write = (changed: string, said?: string) => {
    const before = latest.current;
    latest.current = changed;
    setStep(said === undefined ? undefined : { said, before });
    onText(changed);
  };
  return {
    reading,
    problems: [...(file ? moved(file, text) : []), ...moved(reading, text)],
    step,
    type(typed) {
      const changed = toLineFeeds(typed);
      if (changed !== latest.current) write(changed);
    },
    change(edit, said) {
      const changed = edit(latest.current);
      if (changed === latest.current) return;
      write(changed, said);
      readNow(changed);
      if (changed === '') setFile(undefined);
    },
    open(opened, problems, said) {
      write(opened, said);
      readNow(opened);
      setFile({ text: opened, problems });
    },
    readNow: () => readNow(latest.current),
  };
}

function moved(
  { text: read, problems }: Pick<Reading, 'text' | 'problems'>,
  text: string,
): readonly Problem[] {
  return problems.length === 0 ? problems : moveMarks(problems, read, text);
}
