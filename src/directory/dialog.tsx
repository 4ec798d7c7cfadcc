import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Icon } from '../ui/icons';
import { text } from '../ui/text';

type Props = { heading: string; onClose: () => void; children: ComponentChildren };

/** A window over the page that takes the focus, and gives it back when it is closed. */
export const Dialog = ({ heading, onClose, children }: Props) => {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} aria-labelledby="dialog-heading" onClose={onClose}>
      <header>
        <h2 id="dialog-heading">{heading}</h2>
        <button
          type="button"
          class="icon-button"
          aria-label={text('close')}
          onClick={() => dialog.current?.close()}
        >
          <Icon name="cross" />
        </button>
      </header>
      {children}
    </dialog>
  );
};
