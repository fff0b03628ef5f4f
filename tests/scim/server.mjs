// A SCIM 2.0 server in memory: SCIMMY and its routers, with the schemas of the Gong app.
//
// SCIMMY keeps to RFC 7644. What Entra sends beyond it is turned by `asEntraAsks`, and one thing of the RFC that
// SCIMMY does not know by `withEscapes`; all else reaches the server as it is.
import express from "express";
import SCIMMY from "scimmy";
import SCIMMYRouters from "scimmy-routers";

const { Attribute, SchemaDefinition, Error: ScimError } = SCIMMY.Types;

export const GONG = "urn:ietf:params:scim:schemas:extension:Gong:2.0:User";
export const ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

const gong = new SchemaDefinition("Gong", GONG, "What Gong adds to a user", [
  new Attribute("string", "country"),
  new Attribute("string", "stateOrProvince"),
]);

/** Handlers that keep resources in the map of the store of this name; `unique` is what no two may share. */
function kept(resource, name, unique) {
  resource.ingress((request, instance, store) => {
    const kept = store[name];
    if (request.id && !kept.has(request.id)) throw new ScimError(404, null, `no ${request.id}`);
    const same = (other) => other[unique].toLowerCase() === instance[unique].toLowerCase();
    if ([...kept.values()].some((other) => other.id !== request.id && same(other))) {
      throw new ScimError(409, "uniqueness", `${instance[unique]} is taken`);
    }
    const id = request.id ?? `${name}-${(store.count += 1)}`;
    if (name === "groups") {
      const gone = (instance.members ?? []).find(({ value }) => !store.users.has(value));
      if (gone) throw new ScimError(400, "invalidValue", `no member ${gone.value}`);
    }
    // Values that are empty or not given are not kept: RFC 7643, 2.5.
    kept.set(id, { ...JSON.parse(JSON.stringify(instance)), id });
    return kept.get(id);
  });
  resource.egress((request, store) => {
    if (!request.id) {
      const all = [...store[name].values()];
      return request.filter ? request.filter.match(all) : all;
    }
    if (!store[name].has(request.id)) throw new ScimError(404, null, `no ${request.id}`);
    return store[name].get(request.id);
  });
  resource.degress((request, store) => {
    if (!store[name].delete(request.id)) throw new ScimError(404, null, `no ${request.id}`);
  });
}

SCIMMY.Resources.declare(SCIMMY.Resources.User.extend(SCIMMY.Schemas.EnterpriseUser).extend(gong));
SCIMMY.Resources.declare(SCIMMY.Resources.Group);
kept(SCIMMY.Resources.User, "users", "userName");
kept(SCIMMY.Resources.Group, "groups", "displayName");

/**
 * What Microsoft asks of servers beyond the RFC (its page on the compatibility of SCIM apps): a boolean may come as
 * the text "True" or "False", and adding to `phoneNumbers[type eq "work"].value` makes the value of that type.
 */
function asEntraAsks(store) {
  return (request, _response, next) => {
    const resource = store.users.get(request.path.split("/")[2]);
    for (const operation of request.body?.Operations ?? []) {
      if (operation.path === "active" && ["True", "False"].includes(operation.value)) {
        operation.value = operation.value === "True";
      }
      const [, list, type] = /^(\w+)\[type eq "(\w+)"\]\.value$/.exec(operation.path ?? "") ?? [];
      const has = () => resource?.[list]?.some((value) => value.type === type);
      if (list && operation.op.toLowerCase() === "add" && !has()) {
        Object.assign(operation, { path: list, value: [{ type, value: operation.value }] });
      }
    }
    next();
  };
}

/**
 * A text in a filter is a JSON string (RFC 7644, 3.4.2.2), in which SCIMMY reads no escapes: a look-up that has one
 * asks by id in its place.
 */
function withEscapes(store) {
  return (request, _response, next) => {
    const url = new URL(request.url, "http://server");
    const [, name, value] = /^(\w+) eq (".*\\.*")$/.exec(url.searchParams.get("filter") ?? "") ?? [];
    if (name) {
      const all = store[url.pathname.slice(1).toLowerCase()].values();
      const same = (resource) => resource[name].toLowerCase() === JSON.parse(value).toLowerCase();
      url.searchParams.set("filter", `id eq "${[...all].find(same)?.id ?? "nobody"}"`);
      request.url = url.pathname + url.search;
    }
    next();
  };
}

/** Starts an empty server; `entra` says that the requests are Entra's. */
export async function start({ entra }) {
  const store = { users: new Map(), groups: new Map(), count: 0 };
  const app = express();
  app.use(express.json({ type: "application/scim+json", limit: "10mb" }));
  app.use(withEscapes(store));
  if (entra) app.use(asEntraAsks(store));
  app.use(new SCIMMYRouters({ type: "bearer", handler: () => "", context: () => store }));
  const server = await new Promise((resolve) => {
    const server = app.listen(0, "127.0.0.1", () => resolve(server));
  });
  const stop = () => new Promise((resolve) => server.close(resolve));
  return { store, stop, address: `http://127.0.0.1:${server.address().port}` };
}
