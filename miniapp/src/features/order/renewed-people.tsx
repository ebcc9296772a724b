import { RELATION_WORDS } from 'shared/household/member.schema';
import { canRenew } from 'shared/policy/renewed-family';
import { personSums } from 'shared/product/coverage-words';
import { Avatar } from '@/components/avatar/avatar';
import { Badge } from '@/components/badge/badge';
import { Card } from '@/components/card/card';
import { Row } from '@/components/row/row';
import { PersonSums } from './person-sums';
import type { Renewal } from './renewal-words';

/** Last year's family, each with what they would hold, or why they cannot be on the new policy. */
export function RenewedPeople({ members }: Pick<Renewal, 'members'>) {
  return (
    <Card flush>
      {members.map((person, position) => (
        <Row
          key={position}
          id={`renew-member-${position}`}
          lead={<Avatar name={person.name} />}
          label={person.name}
          note={`${RELATION_WORDS[person.relation]} · 到时 ${person.ageYears} 岁。${person.text}`}
          value={
            canRenew(person) ? (
              <PersonSums sums={personSums({ ...person, accidentFen: person.accidentShareFen })} />
            ) : (
              <Badge tone="due">这次不保</Badge>
            )
          }
        />
      ))}
    </Card>
  );
}
