import { Icon } from '../ui/icons';
import { text } from '../ui/text';
import type { Changes } from './use-changes';

type Props = {
  count: number;
  typed: string;
  onType: (typed: string) => void;
  onNew: () => void;
  onImport: () => void;
  onDuplicates: () => void;
  changes: Changes;
};

/** How many there are, the search, and all that can be done with the whole of them. */
export const Toolbar = ({ count, typed, onType, onNew, onImport, onDuplicates, changes }: Props) => (
  <header class="directory-bar">
    <h1>
      {text('directory')} <span class="count">{text('peopleCount', count.toLocaleString())}</span>
    </h1>
    <input
      type="search"
      class="search"
      aria-label={text('searchPeople')}
      placeholder={text('searchPeople')}
      autocomplete="off"
      spellcheck={false}
      value={typed}
      onInput={(event) => onType(event.currentTarget.value)}
    />
    <div class="buttons">
      <button type="button" class="primary" onClick={onNew}>
        {text('contactNew')}
      </button>
      <button type="button" onClick={onImport}>
        {text('importFile')}
      </button>
      <button type="button" class="icon-button" aria-label={text('menu')} popovertarget="directory-menu">
        <Icon name="menu" />
      </button>
    </div>
    <div id="directory-menu" class="directory-menu" popover="auto">
      <button type="button" popovertarget="directory-menu" onClick={() => void save(changes, 'csv')}>
        {text('exportCsv')}
      </button>
      <button type="button" popovertarget="directory-menu" onClick={() => void save(changes, 'vcard')}>
        {text('exportVcard')}
      </button>
      <button type="button" popovertarget="directory-menu" onClick={onDuplicates}>
        {text('findDuplicates')}
      </button>
      <button
        type="button"
        class="danger"
        popovertarget="directory-menu"
        disabled={count === 0}
        onClick={() => void changes.removeAll()}
      >
        {text('removeEverybody')}
      </button>
    </div>
  </header>
);

async function save(changes: Changes, format: 'csv' | 'vcard'): Promise<void> {
  const file = await changes.exportAll(format);
  if (!file) return;
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = format === 'csv' ? 'contacts.csv' : 'contacts.vcf';
  link.click();
  // The download has been begun by then, and holds the file itself.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
