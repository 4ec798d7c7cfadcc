import { startPage } from '../ui/start-page';
import { Options } from './options';

startPage('options', 'optionsTitle', (state, intents) => <Options state={state} intents={intents} />);
