import type { MessageBook } from '../../../wechat/messages/subscriptions';
import { dayOf, minuteOf } from '../china-time';
import { Icon } from '../icon';
import { Loaded, useLive } from '../live';
import { Chips, Panel } from '../parts/panel';
import { Initial, nameIn, usePeople, type Person } from '../parts/person';
import { Empty } from '../parts/states';
import { hrefOf, type Route } from '../route';
import { countOf } from '../sizes';
import type { WechatMessage } from '../wechat-doors';

/** `#/messages/OPENID`: subscribe messages as the phone shows them. */
export const Messages = ({ route }: { readonly route: Route }) => {
  const people = usePeople();
  const openid = route.rest[0] ?? '';
  return (
    <Loaded of={useLive<MessageBook>('/_local/wechat/messages')}>
      {({ messages, accepts }) => {
        const known = people.filter((person) =>
          [...messages, ...accepts].some((each) => each.openid === person.openid),
        );
        const shown = messages.filter((message) => openid === '' || message.openid === openid);
        return (
          <>
            <Chips
              label="谁的手机"
              of={[{ openid: '', name: '所有人' }, ...known].map((person) => ({
                name: person.name,
                href: hrefOf(person.openid === '' ? ['messages'] : ['messages', person.openid]),
                chosen: person.openid === openid,
              }))}
            />
            <div className="grid phone-and-more">
              <Chat messages={shown} people={people} />
              <Accepts
                of={accepts.filter((each) => openid === '' || each.openid === openid)}
                people={people}
              />
            </div>
          </>
        );
      }}
    </Loaded>
  );
};

const Chat = ({
  messages,
  people,
}: {
  readonly messages: readonly WechatMessage[];
  readonly people: readonly Person[];
}) => (
  <Panel title="服务通知" note={`${countOf(messages.length)} 条，新的在上面。`}>
    {messages.length === 0 ? (
      <Empty icon="messages" title="还没有消息" note="有人同意订阅以后，办成一件事，消息就会出现在这里。" />
    ) : (
      <ol className="chat">
        {messages.map((message, index) => (
          <MessageCard
            key={`${message.openid} ${String(message.sentAt)} ${String(messages.length - index)}`}
            message={message}
            name={nameIn(people, message.openid)}
          />
        ))}
      </ol>
    )}
  </Panel>
);

/** One message the way WeChat draws it: the time above, the sender's line, the title, the fields, the way in. */
const MessageCard = ({ message, name }: { readonly message: WechatMessage; readonly name: string }) => (
  <li className="chat-item">
    <p className="chat-time">
      {dayOf(message.sentAt)} {minuteOf(message.sentAt)} · 发给{name}
    </p>
    <article className="chat-card" aria-label={message.title}>
      <p className="chat-sender">
        <span className="chat-mark">
          <Icon name="shield" />
        </span>
        暖家保
      </p>
      <h3>{message.title}</h3>
      <dl>
        {message.lines.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {message.page !== '' && (
        <a
          className="chat-way"
          href={`/?as=${encodeURIComponent(message.openid)}#/${message.page}`}
          target="_blank"
          rel="noreferrer"
        >
          进入小程序查看
          <Icon name="forward" />
        </a>
      )}
    </article>
  </li>
);

const Accepts = ({
  of,
  people,
}: {
  readonly of: MessageBook['accepts'];
  readonly people: readonly Person[];
}) => (
  <Panel title="还能发几条" note="同意一次，发一条；发完要再问。">
    {of.length === 0 ? (
      <Empty icon="person" title="还没有人同意" note="小程序里点“同意”以后，次数记在这里。" />
    ) : (
      <ul className="card flush rows">
        {of.map(({ openid, title, left }) => (
          <li key={`${openid} ${title}`} className="row">
            <Initial name={nameIn(people, openid)} />
            <span className="words">
              {title}
              <br />
              <span className="small">{nameIn(people, openid)}</span>
            </span>
            <span className="end">{left === 0 ? '用完了' : `${countOf(left)} 条`}</span>
          </li>
        ))}
      </ul>
    )}
  </Panel>
);
