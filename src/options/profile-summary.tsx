import type { ComponentChildren } from 'preact';
import type { Profile } from '../core/profile/profile';
import { text } from '../ui/text';

/** What Offhook understood of one server, every default filled in. */
export const ProfileSummary = ({ profile }: { profile: Profile }) => (
  <article class="profile-summary">
    <h4>{profile.name}</h4>
    <dl>
      <Row name={text('summaryKind')}>
        {text(profile.kind === 'aura' ? 'summaryAura' : 'summaryIpOffice')}
      </Row>
      <Row name={text('summaryGateways')}>
        <ol>
          {profile.gateways.map((gateway) => (
            <li key={gateway}>
              <code>{gateway}</code>
            </li>
          ))}
        </ol>
      </Row>
      <Row name={text('summaryDomain')}>
        <code>{profile.sipDomain}</code>
      </Row>
      <Row name={text('summarySignIn')}>
        {profile.accountsToken ? text('summaryAccounts', profile.accountsAddress) : text('summaryPassword')}
      </Row>
      <Row name={text('summaryFailover')}>{failover(profile)}</Row>
      <Row name={text('summaryDialRules')}>{text(ruleKeys[profile.dialRule])}</Row>
      <Row name={text('summaryIce')}>
        {profile.iceServers.map(({ urls }) => urls).join(', ') || text('summaryIceNone')}
      </Row>
    </dl>
  </article>
);

const Row = ({ name, children }: { name: string; children: ComponentChildren }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

const ruleKeys = { profile: 'summaryRulesProfile', own: 'summaryRulesOwn', off: 'summaryRulesOff' } as const;

function failover({ autoFailover, gateways }: Profile): string {
  const isAlone = gateways.length === 1;
  if (autoFailover) return text(isAlone ? 'summaryFailoverAlone' : 'summaryFailoverOn');
  return text(isAlone ? 'summaryFailoverOff' : 'summaryFailoverFirst');
}
