import { lockedServer, type Policy, type PolicyFault } from '../core/settings/policy';
import type { Sources } from '../core/settings/sources';
import { Note } from '../ui/note';
import type { PageState } from '../ui/page-state';
import { type TextKey, text } from '../ui/text';
import { ProblemLines } from './problem-lines';

const faultKeys: Readonly<Record<PolicyFault['why'], TextKey>> = {
  'wrong-kind': 'policyWrongKind',
  unusable: 'policyUnusable',
  overruled: 'policyOverruled',
};

type Props = { policy: Policy; sources: Sources; profile: PageState['profile'] };

/** What is wrong with the administrator's policy, for the person to pass on. */
export const PolicyNotes = ({ policy, sources, profile }: Props) => {
  const { server, faults } = policy;
  const isUnknown = server?.kind === 'named' && profile && !lockedServer(policy, profile.profiles);
  const problems = sources.policy?.kind === 'text' ? sources.policy.problems : [];
  return (
    <>
      {faults.map(({ name, why }) => (
        <Note key={name} tone="warning">
          {text(faultKeys[why], name)}
        </Note>
      ))}
      {isUnknown && <Note tone="warning">{text('policyServerUnknown', server.name)}</Note>}
      {problems.length > 0 && (
        <>
          <Note tone="bad">{text('policyProblems')}</Note>
          <ProblemLines problems={problems} />
        </>
      )}
    </>
  );
};
