import type { ComponentChildren } from 'preact';
import type { Presence } from '../core/presence/presence';
import { SmallHandset } from './icons';
import { presenceWord } from './presence-word';

// Each has a shape of its own: colours alone tell some people nothing.
const disc = <circle cx="6" cy="6" r="6" />;
const shapes = {
  available: (
    <>
      {disc}
      <path class="in-it" d="M3.3 6.2 5.2 8.1 8.8 4.2" />
    </>
  ),
  'on-a-call': (
    <>
      <rect width="12" height="12" rx="3" />
      <SmallHandset />
    </>
  ),
  busy: <path d="M6 0 12 6 6 12 0 6Z" />,
  'do-not-disturb': (
    <>
      {disc}
      <path class="in-it" d="M3.2 6h5.6" />
    </>
  ),
  away: (
    <>
      {disc}
      <path class="in-it" d="M6 2.8V6l2.2 1.5" />
    </>
  ),
  offline: <circle class="ring" cx="6" cy="6" r="4.8" />,
} as const satisfies Record<Presence, unknown>;

/** Whatever stands for a person, with their presence at its corner where that is known. The word is for who listens, under `id`. */
export const WithPresence = ({
  presence,
  id,
  children,
}: {
  presence: Presence | null;
  id?: string | undefined;
  children: ComponentChildren;
}) => (
  <span class="with-presence">
    {children}
    {presence && (
      <span class="presence" data-presence={presence} title={presenceWord(presence)}>
        <svg viewBox="0 0 12 12" aria-hidden="true">
          {shapes[presence]}
        </svg>
        <span class="unseen" id={id}>
          {presenceWord(presence)}
        </span>
      </span>
    )}
  </span>
);
