import { people } from '@jejaring/identity/people';
import { roles } from '@jejaring/schema/roles';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '#machinery';

/** A role is given by membership in its group, which carries it as an attribute for the token. */
const groups = roles
  .filter((role) => role !== 'PUBLIC')
  .map((role) => ({ name: role, attributes: { role: [role] }, realmRoles: [role] }));

const users = people.map(({ id, name, role, region, organization, office }) => {
  const [firstName, ...lastNames] = name.split(' ');
  return {
    username: id,
    enabled: true,
    email: `${id}@jejaring.example`,
    emailVerified: true,
    firstName,
    lastName: lastNames.join(' '),
    credentials: [{ type: 'password', value: '${DEMO_PASSWORD}', temporary: false }],
    groups: [`/${role}`],
    attributes: {
      // An empty attribute is none; the gateway reads ID as the nation.
      ...(region !== undefined && { region: [region || 'ID'] }),
      ...(organization && { organization: [organization] }),
      ...(office && { office: [office] }),
    },
  };
});

/** Brings roles, groups and people of the code into the realm; all else of the file is written by hand. */
const file = path.join(root, 'infra', 'keycloak', 'realm.json');
const realm = JSON.parse(readFileSync(file, 'utf8')) as object;
const parts = { roles: { realm: roles.map((name) => ({ name })) }, groups, users };
writeFileSync(file, `${JSON.stringify({ ...realm, ...parts }, null, 2)}\n`);
