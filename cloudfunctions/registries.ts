import { rolesOf } from '../shared/identity/access-table';
import { COMMON_ERRORS } from '../shared/errors/catalogue';
import { deskOperations } from './desk/registry';
import { householdOperations } from './household/registry';
import { staffOperations } from './staff/registry';

/** Every operation with who may call it and what it may answer: for listings and tests, never for a bundle. */
export const operationList = () =>
  [...householdOperations, ...staffOperations, ...deskOperations].map(({ contract }) => ({
    name: contract.name,
    function: contract.function,
    roles: rolesOf(contract.name) ?? [],
    input: contract.input,
    output: contract.output,
    errors: [...COMMON_ERRORS, ...contract.errors],
  }));
