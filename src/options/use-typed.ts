import { useEffect, useRef, useState } from 'preact/hooks';

type Typed = {
  /** What is typed while the field has the focus, else what is written. */
  readonly value: string;
  onInput(typed: string): void;
  /** The focus has gone: what is typed is written, whatever it is. */
  onBlur(): void;
};

/**
 * What is typed into a field of a form, passed on at once or, in a document where that takes a moment, when the typing
 * pauses; and in any case before the field is left.
 */
export function useTyped(written: string, write: (value: string) => void, pauseMs: number): Typed {
  const [typed, setTyped] = useState<string>();
  const waiting = useRef<{ value: string; timer: ReturnType<typeof setTimeout> } | undefined>(undefined);
  const latestWrite = useRef(write);
  latestWrite.current = write;
  const flush = () => {
    if (!waiting.current) return;
    clearTimeout(waiting.current.timer);
    const { value } = waiting.current;
    waiting.current = undefined;
    latestWrite.current(value);
  };
  useEffect(() => flush, []);
  return {
    value: typed ?? written,
    onInput(value) {
      setTyped(value);
      if (waiting.current) clearTimeout(waiting.current.timer);
      waiting.current = { value, timer: setTimeout(flush, pauseMs) };
      if (pauseMs === 0) flush();
    },
    onBlur() {
      flush();
      setTyped(undefined);
    },
  };
}
