import { Icon } from './icons';
import { text } from './text';

/** Says of what stands before it that the policy has decided it. */
export const SetByAdministrator = () => (
  <span class="set-by-administrator">
    <Icon name="lock" />
    {text('setByAdministrator')}
  </span>
);
