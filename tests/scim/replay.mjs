// Sends the requests of a plan, one a line, to a SCIM server.
import assert from "node:assert/strict";

/**
 * `{user:NAME}` and `{group:NAME}` stand for ids that only the server gives; inside the name `%`, `{` and `}` are
 * percent-encoded.
 */
const PLACE = /\{(user|group):([^{}]*)\}/g;
const plain = (name) => name.replace(/%(25|7B|7D)/gi, (_, digits) => String.fromCharCode(parseInt(digits, 16)));

/** Every text of a value, filled. */
function filled(value, fill) {
  if (typeof value === "string") return fill(value);
  if (Array.isArray(value)) return value.map((one) => filled(one, fill));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, filled(one, fill)]));
}

export async function replay(lines, address) {
  const ids = new Map();
  const learn = (resource) => {
    if (resource.userName !== undefined) ids.set(`user:${resource.userName.toLowerCase()}`, resource.id);
    if (resource.displayName !== undefined) ids.set(`group:${resource.displayName.toLowerCase()}`, resource.id);
  };
  const fill = (text) =>
    text.replace(PLACE, (place, kind, name) => {
      const id = ids.get(`${kind}:${plain(name).toLowerCase()}`);
      assert.ok(id, `nothing before told the id of ${place}`);
      return id;
    });
  const requests = lines.split("\n").filter(Boolean).map((line) => JSON.parse(line));
  for (const { method, path, body } of requests) {
    // Names that are values, such as the user name of a POST, are no places: only ids are.
    const sent = body && filledBody(body, fill);
    const response = await fetch(address + fill(path), {
      method,
      headers: { "content-type": "application/scim+json" },
      body: sent && JSON.stringify(sent),
    });
    const text = await response.text();
    assert.ok(response.status < 400, `${method} ${path} ${JSON.stringify(sent)}\n${response.status} ${text}`);
    const answer = text && JSON.parse(text);
    for (const resource of answer?.Resources ?? (answer ? [answer] : [])) learn(resource);
  }
  return requests;
}

/** Ids stand under `id` and `value`, and in the path of an operation. */
function filledBody(body, fill) {
  const operations = body.Operations?.map((operation) => ({
    ...operation,
    ...(operation.path && { path: fill(operation.path) }),
    ...(operation.value !== null && typeof operation.value === "object" && { value: filled(operation.value, fill) }),
  }));
  const manager = Object.entries(body).filter(([, value]) => value?.manager);
  return {
    ...body,
    ...(body.id && { id: fill(body.id) }),
    ...(body.members && { members: filled(body.members, fill) }),
    ...Object.fromEntries(manager.map(([name, value]) => [name, filled(value, fill)])),
    ...(operations && { Operations: operations }),
  };
}
