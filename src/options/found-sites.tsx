import { useEffect, useState } from 'preact/hooks';
import { patternsOf } from '../core/page-numbers/click-to-call';
import { browser } from '../platform/browser';
import { SetByAdministrator } from '../ui/set-by-administrator';
import { text } from '../ui/text';

type Props = { own: readonly string[]; byPolicy: readonly string[]; onRemove: (site: string) => void };

/** The sites that are searched besides Spaces. One that a policy lists still needs Chrome's leave, which a click asks for. */
export const FoundSites = ({ own, byPolicy, onRemove }: Props) => {
  const sites = [...new Set([...byPolicy, ...own])];
  return (
    <>
      <h3>{text('clickToCallSites')}</h3>
      {sites.length === 0 && <p>{text('clickToCallNoSites')}</p>}
      <ul class="sites">
        {sites.map((site) => (
          <li key={site}>
            <span>{site}</span> <Leave site={site} />
            {byPolicy.includes(site) ? (
              <SetByAdministrator />
            ) : (
              <button type="button" class="quiet" onClick={() => onRemove(site)}>
                {text('clickToCallRemoveSite', site)}
              </button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
};

const Leave = ({ site }: { site: string }) => {
  const [isGranted, setGranted] = useState<boolean>();
  const origins = [...patternsOf(site)];
  useEffect(() => void browser.permissions.contains({ origins }).then(setGranted), [site]);
  if (isGranted !== false) return null;
  return (
    <button type="button" onClick={async () => setGranted(await browser.permissions.request({ origins }))}>
      {text('clickToCallGrant')}
    </button>
  );
};
