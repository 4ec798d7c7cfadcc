import { startPage } from '../ui/start-page';
import { Directory } from './directory';

startPage('directory', 'directoryTitle', (state, intents) => <Directory state={state} intents={intents} />);
