import { startPage } from '../ui/start-page';
import { Permission } from './permission';

startPage('permission', 'permissionTitle', ({ profile }) => (
  <Permission hasProfile={profile !== undefined} />
));
