import { parseProfile } from '../core/profile/parse-profile';
import type { PortableSettings } from '../core/settings/portable-settings';
import { Note } from '../ui/note';
import type { PageState } from '../ui/page-state';
import { text } from '../ui/text';

type Props = {
  file: string;
  settings: PortableSettings;
  account: PageState['account'];
  onUse: (settings: PortableSettings) => void;
};

/** What a file of settings has in it, and the button that takes all of it. */
export const SettingsFound = ({ file, settings, account, onUse }: Props) => {
  const found = contentsOf(settings);
  const isOther = settings.account !== undefined && settings.account.extension !== account?.extension;
  return (
    <div class="transfer">
      <p>{text('transferFound', file)}</p>
      <ul>
        {found.map((content) => (
          <li key={content}>{content}</li>
        ))}
        {found.length === 0 && <li>{text('transferNothing')}</li>}
      </ul>
      {found.length > 0 && (
        <>
          <p class="hint">{text('transferReplaces')}</p>
          {isOther && account?.isSignedIn && <Note tone="warning">{text('transferSignsOut')}</Note>}
          <button type="button" class="primary" onClick={() => onUse(settings)}>
            {text('transferTake')}
          </button>
        </>
      )}
    </div>
  );
};

function contentsOf({ account, sources, ownRules }: PortableSettings): readonly string[] {
  const documents = [sources?.file, sources?.paste].flatMap((copy) => (copy ? [namesIn(copy.text)] : []));
  return [
    ...(account ? [text('transferAccount', account.extension), serverOf(account.server)] : []),
    ...(sources?.address ? [text('transferAddress', sources.address.url)] : []),
    ...documents.map((names) => text('transferProfile', names)),
    ...(ownRules ? [text('transferRules')] : []),
  ];
}

function serverOf(server: NonNullable<PortableSettings['account']>['server']): string {
  return server.kind === 'automatic' ? text('transferAutomatic') : text('transferServer', server.name);
}

function namesIn(document: string): string {
  const result = parseProfile(document);
  return result.ok ? result.profiles.map(({ name }) => name).join(', ') : '';
}
