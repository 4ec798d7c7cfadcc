import { browser } from '../platform/browser';
import { SetByAdministrator } from '../ui/set-by-administrator';
import { text } from '../ui/text';

type Props = { isOn: boolean; isLocked: boolean; onChange: (isOn: boolean) => void };
const origins = ['https://*/*', 'http://*/*'];

/** Numbers on every page, for who wants that: Chrome asks for leave to read all of them. */
export const AllSites = ({ isOn, isLocked, onChange }: Props) => {
  const change = async (wanted: boolean) =>
    onChange(wanted && (await browser.permissions.request({ origins })));
  return (
    <p>
      <label class="check">
        <input
          type="checkbox"
          checked={isOn}
          disabled={isLocked}
          onChange={(event) => void change(event.currentTarget.checked)}
        />
        {text('clickToCallEverywhere')}
      </label>
      {isLocked && <SetByAdministrator />}
    </p>
  );
};
