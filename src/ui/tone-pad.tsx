import { useState } from 'preact/hooks';
import { KeyPad } from './key-pad';
import { text } from './text';
import { isField, isShortcut, useKeys } from './use-keys';

/** The telephone event that a key stands for (RFC 4733 §3.2), or null. */
export function toneOfKey(key: string): string | null {
  return /^[0-9*#a-d]$/i.test(key) ? key.toUpperCase() : null;
}

/** Sends tones into a call, by click or by keyboard, and shows what was sent. */
export const TonePad = ({ onTone }: { onTone: (tone: string) => void }) => {
  const [sent, setSent] = useState('');
  const press = (tone: string) => {
    onTone(tone);
    setSent((before) => before + tone);
  };
  useKeys((event) => {
    const tone = toneOfKey(event.key);
    if (tone === null || isShortcut(event) || isField(event.target)) return;
    event.preventDefault();
    press(tone);
  });
  return (
    <div class="tone-pad">
      <output class="tones" aria-label={text('tonesSent', sent)}>
        {sent || <span class="hint">{text('noTonesYet')}</span>}
      </output>
      <KeyPad label={text('keypad')} hasPlus={false} onKey={press} />
    </div>
  );
};
