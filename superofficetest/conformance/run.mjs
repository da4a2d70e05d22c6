// Drives the vendor's TypeScript client, unmodified, against a server, and
// fails at the first thing that a real SuperOffice would do otherwise.
//
//   node run.mjs <scheme> <url> <credential...>
//
// with scheme one of: basic user password | ticket value | bearer value |
// strict user password (a server made with WithAllRules). One process per
// scheme, as the client keeps its configuration in globals.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const so = require('@superoffice/webapi');
const [scheme, url, ...credential] = process.argv.slice(2);

const checks = [];
const check = (name, run) => checks.push({ name, run });

function connect(...values) {
  const api = new so.WebApi(`${url}/api`);
  switch (scheme) {
    case 'ticket': api.authenticateWithTicket(values[0]); break;
    case 'bearer': api.authenticateWithToken(values[0]); break;
    default: api.authenticateWithPassword(...values);
  }
  return api;
}

// raw returns request options that keep the response as it came.
function raw(options = {}) {
  const seen = {};
  seen.options = { ...options, responseCallback: (response) => {
    seen.headers = response.headers;
    seen.data = structuredClone(response.data);
  } };
  return seen;
}

async function refused(promise) {
  try {
    await promise;
  } catch (err) {
    assert.ok(err.response, `no response: ${err.message}`);
    return err.response;
  }
  assert.fail('was not refused');
}

// A connection per call: where the credential is a header, the client keeps
// the headers of one call for the next.
const api = () => connect(...credential);
const chat = () => api().getChatAgent();
const users = () => api().getUserAgent();
const when = new Date('2026-02-23T09:52:01.934Z');

async function newSession(changes = {}) {
  const session = await chat().createDefaultChatSessionEntityAsync();
  return Object.assign(session, { topicId: 2, customerName: 'Ola Nordmann', whenRequested: when }, changes);
}

async function newUser(changes = {}) {
  const user = await users().createDefaultUserAsync();
  return Object.assign(user, {
    name: 'OLA', userName: `ola.${process.pid}.${Math.random()}`, nickName: `n${Math.random()}`,
    role: { id: 1 }, userGroup: { id: 2 }, person: { personId: 11 },
  }, changes);
}

if (scheme !== 'strict') {
  check('a blank chat session has every member', async () => {
    const seen = raw();
    const session = await chat().createDefaultChatSessionEntityAsync(seen.options);
    assert.equal(session.chatSessionId, 0);
    assert.equal(session.status, so.ChatSessionStatus.Invalid);
    assert.equal(session.flags, so.ChatSessionFlags.CustomerIsTyping);
    assert.equal(session.user, null);
    assert.equal(seen.data.WhenRequested, '0001-01-01T00:00:00');
    assert.equal(seen.data._Links, undefined);
    assert.equal(session.fieldProperties.TopicId.fieldRight.mask & so.EFieldRight.UIHintMandatory, so.EFieldRight.UIHintMandatory);
  });

  check('a chat session is created, read back and updated', async () => {
    const zone = { timezone: 'UTC', timezoneInclude: true };
    const session = await newSession({ status: so.ChatSessionStatus.InQueue, flags: so.ChatSessionFlags.UserIsTyping,
      customerConsented: true, user: { associateId: 5, name: 'BB' } });
    const saved = await chat().saveChatSessionEntityAsync(session, zone);
    assert.ok(saved.chatSessionId > 0);
    assert.equal(saved.customerName, 'Ola Nordmann');
    assert.equal(saved.status, so.ChatSessionStatus.InQueue);
    assert.equal(saved.flags, so.ChatSessionFlags.UserIsTyping);
    assert.equal(saved.whenRequested.getTime(), when.getTime());
    assert.equal(saved.user.associateId, 5);

    const found = await chat().getChatSessionEntityAsync(saved.chatSessionId, zone);
    assert.deepEqual(found, saved);

    found.firstMessage = 'Is anybody there?';
    const updated = await chat().saveChatSessionEntityAsync(found, zone);
    assert.equal(updated.chatSessionId, saved.chatSessionId);
    const again = await chat().getChatSessionEntityAsync(saved.chatSessionId, zone);
    assert.equal(again.firstMessage, 'Is anybody there?');
    assert.equal(again.whenRequested.getTime(), when.getTime());
  });

  check('a user is created, read back and updated', async () => {
    const user = await newUser({ type: so.UserType.InternalAssociate, otherGroups: [{ id: 3, value: 'Sales' }],
      customFields: { 'SuperOffice:1': '[I:14]', 'x_note': 'text' } });
    const saved = await users().saveUserAsync(user);
    assert.ok(saved.associateId > 0);
    assert.equal(saved.type, so.UserType.InternalAssociate);
    assert.equal(saved.otherGroups[0].id, 3);
    assert.equal(saved.customFields['SuperOffice:1'], '[I:14]');
    const found = await users().getUserAsync(saved.associateId);
    assert.equal(found.userName, user.userName);
    found.tooltip = 'changed';
    assert.equal((await users().saveUserAsync(found)).associateId, saved.associateId);
    assert.equal((await users().getUserAsync(saved.associateId)).tooltip, 'changed');
  });

  check('texts come in the language that was asked for', async () => {
    const user = await newUser({ tooltip: 'NO:"Selger";US:"Salesman"' });
    const { associateId: id } = await users().saveUserAsync(user);
    assert.equal((await users().getUserAsync(id)).tooltip, 'NO:"Selger";US:"Salesman"');
    assert.equal((await users().getUserAsync(id, { languageCode: 'en' })).tooltip, 'Salesman');
    const norwegian = await users().getUserAsync(id, { languageCode: 'nb' });
    assert.equal(norwegian.tooltip, 'Selger');
    assert.equal(norwegian.fieldProperties.Role.fieldRight.reason, 'Rolle');
    assert.equal((await users().getUserAsync(id, { languageCode: 'x' })).tooltip, 'NO:"Selger";US:"Salesman"');
  });

  check('numbers within texts follow the culture', async () => {
    const user = await newUser({ customFields: { x_size: '[F:4.56]', x_day: '[D:06/01/2020]' } });
    const { associateId: id } = await users().saveUserAsync(user);
    const english = await users().getUserAsync(id, { languageCode: 'en' });
    assert.equal(english.customFields['x_size:DisplayText'], '4.56');
    const mixed = await users().getUserAsync(id, { languageCode: 'en', cultureCode: 'sv' });
    assert.equal(mixed.customFields['x_size:DisplayText'], '4,56');
    assert.equal(mixed.customFields['x_day:DisplayText'], '2020-06-01');
    assert.equal(mixed.customFields.x_size, '[F:4.56]');
  });

  check('dates are in the zone that was asked for', async () => {
    const { chatSessionId: id } = await chat().saveChatSessionEntityAsync(await newSession());
    const forms = [
      [{}, '2026-02-23T09:52:01.934', 'UTC'],
      [{ timezone: 'NO' }, '2026-02-23T10:52:01.934', 'NO'],
      [{ timezone: '261', timezoneInclude: true }, '2026-02-23T10:52:01.934+01:00', 'NO'],
      [{ timezone: 'utc', timezoneInclude: true }, '2026-02-23T09:52:01.934Z', 'UTC'],
      [{ timezoneInclude: true }, '2026-02-23T09:52:01.934Z', 'UTC'],
      [{ timezone: 'US-NY', timezoneInclude: true }, '2026-02-23T04:52:01.934-05:00', 'US-NY'],
    ];
    for (const [options, text, zone] of forms) {
      const seen = raw(options);
      await chat().getChatSessionEntityAsync(id, seen.options);
      assert.equal(seen.data.WhenRequested, text);
      assert.equal(seen.headers['so-timezone'], zone);
    }
  });

  check('what is missing is null', async () => {
    assert.equal(await chat().getChatSessionEntityAsync(999999), null);
    assert.equal(await users().getUserAsync(999999), null);
  });

  check('an unknown zone is refused in the shape of the services', async () => {
    const response = await refused(chat().createDefaultChatSessionEntityAsync({ timezone: 'MARS' }));
    assert.equal(response.status, 400);
    assert.equal(response.data.Error, true);
    assert.equal(response.data.ErrorType, 'ArgumentException');
  });

  check('an unknown service is not found', async () => {
    const response = await refused(api().getContactAgent().getContactEntityAsync(1));
    assert.equal(response.status, 404);
    assert.ok(response.data.Message);
  });
} else {
  check('a chat session without a topic is refused by field', async () => {
    const response = await refused(chat().saveChatSessionEntityAsync(await newSession({ topicId: 0 })));
    assert.equal(response.status, 400);
    assert.ok(response.data.ModelState.TopicId.length > 0);
  });

  check('a text longer than its column is refused', async () => {
    const response = await refused(chat().saveChatSessionEntityAsync(await newSession({ customerAlias: 'a'.repeat(65) })));
    assert.ok(response.data.ModelState.CustomerAlias);
  });

  check('validate names what saving would refuse', async () => {
    const user = await newUser({ role: null });
    const problems = await users().validateUserAsync(user);
    assert.deepEqual(Object.keys(problems), ['Role']);
    user.role = { id: 1 };
    assert.deepEqual(await users().validateUserAsync(user), {});
    assert.ok((await users().saveUserAsync(user)).associateId > 0);
  });

  check('a user name is taken once', async () => {
    const user = await newUser();
    await users().saveUserAsync(user);
    const response = await refused(users().saveUserAsync(await newUser({ userName: user.userName.toUpperCase() })));
    assert.equal(response.status, 400);
    assert.ok(response.data.ModelState.UserName);
  });

  check('an unknown key is not found', async () => {
    const response = await refused(chat().saveChatSessionEntityAsync(await newSession({ chatSessionId: 999999 })));
    assert.equal(response.status, 404);
    assert.equal(response.statusText, 'ChatSession Not Found');
    assert.equal(response.data.ErrorType, 'SoNotFoundException');
  });
}

// Last, as it changes the client's globals.
check('wrong credentials are refused', async () => {
  const wrong = connect('wrong', 'wrong');
  const response = await refused(wrong.getChatAgent().createDefaultChatSessionEntityAsync());
  assert.equal(response.status, 401);
  assert.ok(response.data.Message);
});

let failed = 0;
for (const { name, run } of checks) {
  try {
    await run();
    console.log(`ok   ${scheme}: ${name}`);
  } catch (err) {
    failed++;
    console.log(`FAIL ${scheme}: ${name}\n     ${String(err.stack ?? err).replaceAll('\n', '\n     ')}`);
  }
}
process.exit(failed === 0 ? 0 : 1);
