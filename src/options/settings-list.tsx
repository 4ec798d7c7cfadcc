import type { SettingsFileAddress } from '../core/profile/settings-file-list';
import { text } from '../ui/text';

type Props = { files: readonly SettingsFileAddress[]; onPick: (file: SettingsFileAddress) => void };

/** A list of settings files, to choose from by name. */
export const SettingsList = ({ files, onPick }: Props) => (
  <div class="settings-list">
    <h4>{text('listHeading')}</h4>
    <p>{text('listLead')}</p>
    <ul>
      {files.map((file, place) => (
        // Names in a list need not differ.
        <li key={place}>
          <button type="button" onClick={() => onPick(file)}>
            {file.name}
          </button>
          <code>{file.url}</code>
        </li>
      ))}
    </ul>
  </div>
);
