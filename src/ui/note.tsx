import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icons';

type Tone = 'good' | 'warning' | 'bad' | 'plain';

const icons: Readonly<Record<Tone, IconName>> = {
  good: 'check',
  warning: 'warning',
  bad: 'warning',
  plain: 'waiting',
};

/** A sentence that wants to be noticed, with an icon beside its colour. Bad ones are read out at once. */
export const Note = ({ tone, children }: { tone: Tone; children: ComponentChildren }) => (
  <div class={`note note-${tone}`} role={tone === 'bad' ? 'alert' : 'status'}>
    <Icon name={icons[tone]} />
    <div class="note-text">{children}</div>
  </div>
);
