/** The panel *Session*: login session and user, on the phone, in the backend and at WeChat. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { BackendFacts } from '../../../simulator/config/types';
import type { PreviewPhone } from '../../bridge';
import { language, texts } from '../state';
import { Fact } from './fact';
import { readSessionSummary, type SessionSummary } from './session-summary';

function SessionFacts(props: { who: SessionSummary }) {
  const { who } = props;
  const { facts } = who;
  const t = texts.value.person;
  const state = (alive: boolean) => (alive ? t.live : t.dead);
  return (
    <section class="block">
      <h2>{t.session}</h2>
      <dl>
        {facts && <Fact name={t.stored}>{facts.stored ? t.yes : t.none}</Fact>}
        {facts && (
          <Fact name={t.server} tone={facts.live === null ? undefined : facts.live ? 'good' : 'bad'}>
            {facts.live === null ? t.none : state(facts.live)}
          </Fact>
        )}
        <Fact name={t.wechat} tone={who.wechatFresh ? 'good' : 'bad'}>
          {state(who.wechatFresh)}
        </Fact>
        {facts && <Fact name={t.liveSessions}>{facts.liveSessions}</Fact>}
      </dl>
    </section>
  );
}

function BackendPerson(props: { facts: BackendFacts }) {
  const backend = props.facts.user;
  const t = texts.value.person;
  // The backend defines the fields of a profile. The panel displays only the fields for which it has a label.
  const profile = backend?.profile as Readonly<Record<string, string>> | null | undefined;
  return (
    <section class="block">
      <h2>{t.backendPerson}</h2>
      {!backend && <p class="empty">{t.unknown}</p>}
      {backend && !profile && <p class="empty">{t.noProfile}</p>}
      {backend && (
        <dl>
          {profile && <Fact name={t.fields.nickName}>{profile.nickName}</Fact>}
          {profile && <Fact name={t.fields.title}>{profile.title || '–'}</Fact>}
          {profile && <Fact name={t.fields.avatarUrl}>{profile.avatarUrl ? t.yesAvatar : '–'}</Fact>}
          <Fact name={t.registered}>
            {new Date(backend.registeredAt).toLocaleString(language.value, {
              dateStyle: 'medium',
              timeStyle: 'short',
            })}
          </Fact>
        </dl>
      )}
    </section>
  );
}

export function PersonPanel(props: { phone: PreviewPhone; version: number }) {
  const { phone, version } = props;
  const t = texts.value.person;
  const who = useSignal<SessionSummary | null>(null);
  useEffect(() => {
    let stale = false;
    readSessionSummary(phone).then((found) => {
      if (!stale) who.value = found;
    });
    return () => {
      stale = true;
    };
  }, [phone, version, who]);
  if (!who.value) return null;
  const { wechat, account, scopes } = who.value;
  return (
    <>
      <SessionFacts who={who.value} />
      {who.value.facts && <BackendPerson facts={who.value.facts} />}
      <section class="block">
        <h2>{t.wechatPerson}</h2>
        <dl>
          <Fact name={t.fields.account}>{account}</Fact>
          <Fact name={t.fields.nickName}>{wechat.nickName}</Fact>
          <Fact name={t.fields.avatarUrl}>{wechat.avatarUrl ? t.yesAvatar : '–'}</Fact>
        </dl>
      </section>
      <section class="block">
        <h2>{t.scopes}</h2>
        {scopes.length === 0 && <p class="empty">{t.noScopes}</p>}
        <dl>
          {scopes.map(({ scope, granted }) => (
            <Fact key={scope} name={scope} tone={granted ? 'good' : 'bad'}>
              {granted ? t.granted : t.refused}
            </Fact>
          ))}
        </dl>
      </section>
      <section class="block">
        <h2>{t.phone}</h2>
        <dl>
          <Fact name={texts.value.era}>{texts.value.eras[phone.phone.era]}</Fact>
          <Fact name={texts.value.sdk}>{phone.phone.sdkVersion}</Fact>
          <Fact name={t.interception}>{t.interceptedBy[phone.interception]}</Fact>
        </dl>
      </section>
    </>
  );
}
