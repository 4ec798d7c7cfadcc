import { type OwnSource, type Sources, sourceOf, strongerOwn } from '../core/settings/sources';
import type { Intents } from '../ui/intents';
import { formatMoment } from '../ui/moment';
import { SetByAdministrator } from '../ui/set-by-administrator';
import { text } from '../ui/text';
import { AddressState } from './address-state';

type Props = {
  sources: Sources;
  /** The text of the document that is in force. */
  inForce: string | undefined;
  intents: Pick<Intents, 'forgetSource' | 'refreshProfile'>;
};

/** Where the document in force is from and how fresh it is; and what else is kept behind it. */
export const SourceInForce = ({ sources, inForce, intents }: Props) => {
  const { policy, address } = sources;
  const source = sourceOf(sources, inForce);
  const behind = ownSources.filter((own) => sources[own] && own !== source && own !== 'address');
  const { refreshProfile, forgetSource } = intents;
  return (
    <div class="sources">
      {policy && (
        <p class="source">
          {text('sourcePolicy')}
          <SetByAdministrator />
        </p>
      )}
      {policy?.kind === 'address' && <AddressState address={policy} onFetch={refreshProfile} />}
      {!policy && address && (
        <AddressState address={address} onFetch={refreshProfile} onStop={() => forgetSource('address')} />
      )}
      {(source === 'file' || source === 'paste') && <p class="source">{sourceSentence(sources, source)}</p>}
      {behind.length > 0 && (
        <details>
          <summary>{text('sourcesBehind')}</summary>
          <ul>
            {behind.map((own) => (
              <li key={own}>
                {sourceSentence(sources, own)}
                <button type="button" class="quiet" onClick={() => forgetSource(own)}>
                  {text('sourceForget')}
                </button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
};

/** What the person gives up by putting another document in force. */
export const SourceReplaced = ({ sources, by }: { sources: Sources; by: OwnSource }) => (
  <>
    {strongerOwn(sources, by).map((own) => (
      <p key={own} class="hint">
        {text('sourceReplaced', sourceSentence(sources, own))}
      </p>
    ))}
  </>
);

const ownSources: readonly OwnSource[] = ['address', 'file', 'paste'];

/** Where one of the person's own documents is from; empty when there is none. */
function sourceSentence({ address, file, paste }: Sources, source: OwnSource): string {
  const now = Date.now();
  if (source === 'address') return address ? text('sourceAddress', address.url) : '';
  if (source === 'file') return file ? text('sourceFile', file.name, formatMoment(file.takenAt, now)) : '';
  return paste ? text('sourcePaste', formatMoment(paste.takenAt, now)) : '';
}
