// The polyfill throws when it is imported outside an extension, so nothing else imports it.
import browser from 'webextension-polyfill';

export { browser };
