import { text } from '../ui/text';

type Props = { isOn: boolean; onChange: (isOn: boolean) => void };

/** Switches the dial rules off for the one call that comes next. */
export const AsTyped = ({ isOn, onChange }: Props) => (
  <label class="check as-typed" title={text('asTypedHint')}>
    <input type="checkbox" checked={isOn} onChange={({ currentTarget }) => onChange(currentTarget.checked)} />
    {text('asTyped')}
  </label>
);
