import type { UsableDocument } from '../core/settings/read-document';
import { Note } from '../ui/note';
import { text } from '../ui/text';
import { gatewayHosts } from './gateway-access';
import { ProblemLines } from './problem-lines';
import { ProfileSummary } from './profile-summary';
import { SettingsFileTable } from './settings-file-table';

type Props = { document: UsableDocument; label: string; onUse: () => void };

/** What Offhook made of a document that is not written here, with where each value is from, and the button that puts it in force. */
export const DocumentFound = ({ document, label, onUse }: Props) => (
  <>
    <Note tone="good">{text(document.table ? 'settingsFileLead' : 'documentUnderstood')}</Note>
    <ProblemLines problems={document.warnings} />
    <p class="hint">{text('profileAccessAsk', gatewayHosts(document.profiles))}</p>
    <button type="button" class="primary" onClick={onUse}>
      {label}
    </button>
    {document.profiles.map((profile) => (
      <ProfileSummary key={profile.name} profile={profile} />
    ))}
    {document.table && <SettingsFileTable table={document.table} />}
  </>
);
