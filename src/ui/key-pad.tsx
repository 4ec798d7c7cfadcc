import { useRef } from 'preact/hooks';
import { text } from './text';

const letters = {
  1: '',
  2: 'ABC',
  3: 'DEF',
  4: 'GHI',
  5: 'JKL',
  6: 'MNO',
  7: 'PQRS',
  8: 'TUV',
  9: 'WXYZ',
  '*': '',
  0: '+',
  '#': '',
} as const;
const rows = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'] as const;
const longPressMs = 600;

type Press = (key: string) => void;

/** The twelve keys of a telephone. With `hasPlus`, holding the zero gives a plus. */
export const KeyPad = ({ label, hasPlus, onKey }: { label: string; hasPlus: boolean; onKey: Press }) => (
  <fieldset class="key-pad" aria-label={label}>
    {rows.map((key) =>
      key === '0' && hasPlus ? (
        <ZeroKey key={key} onKey={onKey} />
      ) : (
        <button key={key} type="button" onMouseDown={keepFocus} onClick={() => onKey(key)}>
          <KeyFace digit={key} below={key === '0' ? '' : letters[key]} />
        </button>
      ),
    )}
  </fieldset>
);

const KeyFace = ({ digit, below }: { digit: string; below: string }) => (
  <>
    <span class="digit">{digit}</span>
    <span class="letters" aria-hidden="true">
      {below}
    </span>
  </>
);

const ZeroKey = ({ onKey }: { onKey: Press }) => {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const wasLong = useRef(false);
  const press = () => {
    wasLong.current = false;
    timer.current = setTimeout(() => {
      wasLong.current = true;
      onKey('+');
    }, longPressMs);
  };
  const release = () => clearTimeout(timer.current);
  return (
    <button
      type="button"
      aria-label={text('zeroKey')}
      onMouseDown={keepFocus}
      onPointerDown={press}
      onPointerUp={release}
      onPointerLeave={release}
      onPointerCancel={release}
      onContextMenu={(event) => event.preventDefault()}
      onClick={() => {
        if (!wasLong.current) onKey('0');
        wasLong.current = false;
      }}
    >
      <KeyFace digit="0" below={letters[0]} />
    </button>
  );
};

// The number field keeps the focus, so that Enter still calls after a click on a key.
function keepFocus(event: MouseEvent): void {
  event.preventDefault();
}
