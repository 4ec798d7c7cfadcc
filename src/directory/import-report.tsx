import type { Skipped, SkipReason } from '../core/directory/files/file-report';
import type { Imported } from '../store/import-contacts';
import { Note } from '../ui/note';
import { type TextKey, text } from '../ui/text';
import { skipSentence } from './file-words';

const shown = 200;
const whys: Readonly<Record<Extract<Imported, { ok: false }>['why'], TextKey>> = {
  'storage-full': 'storageFull',
  'too-many-contacts': 'fileTooManyContacts',
  'nothing-new': 'importNothingNew',
};

/** How an import went: how many came in, and who did not, and why. */
export const ImportReport = ({ imported, onClose }: { imported: Imported; onClose: () => void }) => (
  <div class="import-report">
    {imported.ok ? (
      <Note tone="good">{text('contactsImported', imported.count.toLocaleString())}</Note>
    ) : (
      <Note tone={imported.why === 'nothing-new' ? 'warning' : 'bad'}>{text(whys[imported.why])}</Note>
    )}
    {imported.skipped.length > 0 && <SkippedList skipped={imported.skipped} />}
    <div class="buttons">
      <button type="button" class="primary" onClick={onClose}>
        {text('close')}
      </button>
    </div>
  </div>
);

const SkippedList = ({ skipped }: { skipped: readonly Skipped[] }) => (
  <>
    <h3>{text('skippedHeading', skipped.length.toLocaleString())}</h3>
    <ul class="skipped">
      {counts(skipped).map(([why, count]) => (
        <li key={why}>
          {skipSentence(why)} <span class="count">{count.toLocaleString()}</span>
        </li>
      ))}
    </ul>
    <details>
      <summary>{text('skippedEach')}</summary>
      <ol class="skipped">
        {skipped.slice(0, shown).map(({ place, name, why }) => (
          <li key={`${place} ${why}`}>
            {text('skippedAt', place.toLocaleString())} {name && <strong>{name.slice(0, 80)}: </strong>}
            {skipSentence(why)}
          </li>
        ))}
      </ol>
    </details>
  </>
);

function counts(skipped: readonly Skipped[]): readonly (readonly [SkipReason, number])[] {
  const all = new Map<SkipReason, number>();
  for (const { why } of skipped) all.set(why, (all.get(why) ?? 0) + 1);
  return [...all].sort(([, one], [, other]) => other - one);
}
