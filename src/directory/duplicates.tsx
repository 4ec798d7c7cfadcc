import { useEffect, useState } from 'preact/hooks';
import type { DialRules } from '../core/dial/rules';
import { type Contact, contactName } from '../core/directory/contact';
import type { Duplicates as Group } from '../core/directory/merge';
import { readContacts } from '../store/directory';
import { text } from '../ui/text';
import { Dialog } from './dialog';
import type { Changes } from './use-changes';
import type { Workbench } from './workbench';

const shown = 50;
type Props = { bench: Workbench; rules: DialRules | null; changes: Changes; onClose: () => void };
type People = { readonly shared: string; readonly people: readonly Contact[] };

/** Who seems to be in the directory more than once. Nothing is merged that was not said to be. */
export const Duplicates = ({ bench, rules, changes, onClose }: Props) => {
  const [groups, setGroups] = useState<readonly People[]>();
  useEffect(() => {
    void bench.ask('duplicates', undefined, { rules }).then(read).then(setGroups);
  }, [bench, rules]);
  const leave = (group: People) => setGroups(groups?.filter((one) => one !== group));
  return (
    <Dialog heading={text('findDuplicates')} onClose={onClose}>
      {groups === undefined && <p>{text('searching')}</p>}
      {groups?.length === 0 && <p>{text('noDuplicates')}</p>}
      <ul class="duplicates">
        {groups?.map((group) => (
          <li key={group.people[0]?.id}>
            <p>{text('duplicatesShare', group.shared)}</p>
            <ul>
              {group.people.map((contact) => (
                <li key={contact.id}>
                  <strong>{contactName(contact)}</strong> <span class="number">{saidOf(contact)}</span>
                </li>
              ))}
            </ul>
            <div class="buttons">
              <button
                type="button"
                class="primary"
                onClick={() => {
                  const [first, ...others] = group.people;
                  if (first) void changes.merge(first, others).then(() => leave(group));
                }}
              >
                {text('merge')}
              </button>
              <button type="button" onClick={() => leave(group)}>
                {text('keepApart')}
              </button>
            </div>
          </li>
        ))}
      </ul>
    </Dialog>
  );
};

async function read(groups: readonly Group[]): Promise<readonly People[]> {
  const read = groups
    .slice(0, shown)
    .map(async ({ ids, shared }) => ({ shared, people: await readContacts(ids) }));
  return (await Promise.all(read)).filter(({ people }) => people.length > 1);
}

function saidOf({ company, emails, numbers }: Contact): string {
  return [company, ...numbers.map(({ number }) => number), ...emails].filter(Boolean).join(' · ');
}
