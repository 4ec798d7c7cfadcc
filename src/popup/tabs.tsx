import type { ComponentChildren } from 'preact';

type Tab<Id extends string> = { id: Id; label: string; badge?: { shown: string; label: string } | undefined };
type Props<Id extends string> = {
  tabs: readonly Tab<Id>[];
  chosen: Id;
  onChoose: (id: Id) => void;
  children: ComponentChildren;
};

/** Tabs as the ARIA authoring practices have them: one stop for the Tab key, arrows go from one to the next. */
export function Tabs<Id extends string>({ tabs, chosen, onChoose, children }: Props<Id>) {
  const step = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const next = tabs[(tabs.findIndex(({ id }) => id === chosen) + by + tabs.length) % tabs.length];
    if (by === 0 || !next) return;
    onChoose(next.id);
    document.getElementById(`tab-${next.id}`)?.focus();
  };
  return (
    <>
      <div class="tabs" role="tablist" onKeyDown={step}>
        {tabs.map(({ id, label, badge }) => (
          <button
            key={id}
            id={`tab-${id}`}
            type="button"
            role="tab"
            aria-selected={id === chosen}
            aria-controls="tab-panel"
            tabIndex={id === chosen ? 0 : -1}
            onClick={() => onChoose(id)}
          >
            {label}
            {badge && (
              <span class="badge" role="img" aria-label={badge.label}>
                {badge.shown}
              </span>
            )}
          </button>
        ))}
      </div>
      <div id="tab-panel" class="tab-panel" role="tabpanel" aria-labelledby={`tab-${chosen}`}>
        {children}
      </div>
    </>
  );
}
