import type { ProfileDocument } from '../bus/protocol';
import { Note } from '../ui/note';
import { text } from '../ui/text';
import { gatewayHosts } from './gateway-access';
import { ProfileSummary } from './profile-summary';

type Props = { document: ProfileDocument; onUse: (document: ProfileDocument) => Promise<void> };

/** What Offhook understood of a document that has no errors, and the button that puts it in force. */
export const ProfileReady = ({ document, onUse }: Props) => (
  <>
    <Note tone="good">{text('profileUnderstood')}</Note>
    <p class="hint">{text('profileAccessAsk', gatewayHosts(document.profiles))}</p>
    <button type="button" class="primary" onClick={() => onUse(document)}>
      {text('profileUse')}
    </button>
    {document.profiles.map((profile) => (
      <ProfileSummary key={profile.name} profile={profile} />
    ))}
  </>
);
