import { useState } from 'preact/hooks';
import { browser } from '../platform/browser';
import { text } from '../ui/text';

/** Makes us the browser's program for `tel:` links, of which Chrome asks the person. */
export const TelLinks = () => {
  const [isAsked, setAsked] = useState(false);
  const register = () => {
    navigator.registerProtocolHandler('tel', browser.runtime.getURL('src/call-request/index.html?link=%s'));
    setAsked(true);
  };
  return (
    <>
      <h3>{text('telLinks')}</h3>
      <button type="button" onClick={register}>
        {text('telLinksRegister')}
      </button>
      {isAsked && <p role="status">{text('telLinksAsked')}</p>}
    </>
  );
};
