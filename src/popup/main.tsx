import { startPage } from '../ui/start-page';
import { Popup } from './popup';

startPage('popup', 'appName', (state, intents) => <Popup state={state} intents={intents} />);
