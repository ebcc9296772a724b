import { useState } from 'react';
import type { MemberInput } from 'shared/household/member.schema';
import { RELATION_WORDS } from 'shared/household/member.schema';
import { maskIdNumber } from 'shared/identity/masking';
import type { ChinaDay } from 'shared/time/china-day';
import { Avatar } from '@/components/avatar/avatar';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Failure } from '@/components/failure/failure';
import { Field } from '@/components/field/field';
import { Notice } from '@/components/notice/notice';
import { Row } from '@/components/row/row';
import { Section } from '@/components/section/section';
import { Sheet } from '@/components/sheet/sheet';
import { ContactForm } from './contact-form';
import { emptyEntry, entryOf, readEntry, type EntryFaults, type MemberEntry } from './member-entry';
import { MemberForm } from './member-form';
import type { useFamily } from './use-family';

type Editing = ReturnType<typeof useFamily>;

/** One person of the list, in a sheet over it. */
function MemberSheet({
  member,
  today,
  onKeep,
  onRemove,
  onClose,
}: {
  member: MemberInput | undefined;
  today: ChinaDay;
  onKeep: (member: MemberInput) => void;
  onRemove: () => void;
  onClose: () => void;
}) {
  const [entry, setEntry] = useState<MemberEntry>(() =>
    member === undefined ? emptyEntry(undefined) : entryOf(member),
  );
  const [faults, setFaults] = useState<EntryFaults>({});
  const keep = () => {
    const read = readEntry(entry, today);
    if (read.member === undefined) setFaults(read.faults);
    else onKeep(read.member);
  };
  return (
    <Sheet
      title={member?.name ?? '添加家人'}
      onClose={onClose}
      actions={
        <>
          {member === undefined ? null : (
            <Button id="family-remove" kind="danger" label={`删除${member.name}`} onPress={onRemove}>
              删除
            </Button>
          )}
          <Button id="family-keep" onPress={keep}>
            好
          </Button>
        </>
      }
    >
      <MemberForm
        entry={entry}
        onChange={(change) => {
          setEntry((before) => ({ ...before, ...change }));
          setFaults({});
        }}
        faults={faults}
        taken={[]}
        startDay={today}
      />
    </Sheet>
  );
}

/** What is remembered for next year: people, phone, contact; each can be changed, all can be deleted. Source: domain R32. */
export function RememberedFamily({ editing, today }: { editing: Editing; today: ChinaDay }) {
  const { family, contact, faults, isSaved, error, change, changeContact, forget } = editing;
  const [open, setOpen] = useState<number>();
  const { members } = family;
  const put = (next: MemberInput[]) => {
    change({ members: next });
    setOpen(undefined);
  };
  return (
    <>
      <Section title="家人" note="明年续保时自动填好。改这里不会改已经买的保单。">
        <Card flush>
          {members.map((member, index) => (
            <Row
              key={index}
              id={`family-member-${index}`}
              lead={<Avatar name={member.name} />}
              label={member.name}
              note={`${RELATION_WORDS[member.relation]} · ${maskIdNumber(member.idNumber)}`}
              onPress={() => setOpen(index)}
            />
          ))}
        </Card>
        <Button id="family-add" icon="add" kind="secondary" onPress={() => setOpen(members.length)}>
          再添一位家人
        </Button>
      </Section>
      <Field
        id="family-phone"
        label="联系手机号"
        kind="phone"
        value={family.phone}
        onChange={(phone) => change({ phone })}
        error={faults.phone}
      />
      <Section title="续保联系人" note="可以不填。打您的电话没人接时，打给他。">
        <ContactForm contact={contact} onChange={changeContact} faults={faults.contact} />
      </Section>
      {error === undefined ? null : (
        <Failure error={{ message: error.fields[0]?.message ?? error.message, requestId: error.requestId }} />
      )}
      {isSaved ? (
        <Notice tone="good" announced>
          存好了。
        </Notice>
      ) : null}
      <Section title="不想留着？">
        <Notice>
          可以删掉记住的家人：姓名、证件号、电话、联系人都会删除，只留下您所在的村。保单、付款和理赔记录，法律（保险法第八十七条）要求保险公司在保险结束后至少保存五年，不会删。
        </Notice>
        <Button id="family-forget" kind="danger" onPress={forget}>
          删除记住的家人
        </Button>
      </Section>
      {open === undefined ? null : (
        <MemberSheet
          key={open}
          member={members[open]}
          today={today}
          onKeep={(member) => put([...members.slice(0, open), member, ...members.slice(open + 1)])}
          onRemove={() => put(members.filter((_, index) => index !== open))}
          onClose={() => setOpen(undefined)}
        />
      )}
    </>
  );
}
