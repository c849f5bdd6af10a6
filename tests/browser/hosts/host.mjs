// What a made-up GitHub and a made-up GitLab share: requests of the form are answered by a table of routes, and by GraphQL
// over the schema. What neither knows is a fault, so that a new version of the form cannot ask for more unseen.
import { graphql } from 'graphql';

/** An answer that is not `200` with JSON; a body of bytes goes out as they are. */
export class Answer {
  constructor(status, body) {
    this.status = status;
    this.body = body;
  }
}

export class Host {
  /** Of `routes`, `[method, pattern, answer]`, the first whose pattern fits a path answers. */
  constructor({ origin, base, schema, root, routes }) {
    Object.assign(this, { origin, base, schema, root, routes });
    /** What was asked for and could not be answered. */
    this.faults = [];
  }

  /** Answers the requests of `context` to this host. */
  async attach(context) {
    await context.route(`${this.origin}/**`, async (route) => {
      const { status, body } = await this.answer(route.request());
      const isBytes = Buffer.isBuffer(body);
      const type = isBytes ? 'application/octet-stream' : 'application/json';
      const headers = { 'access-control-allow-origin': '*', 'content-type': type };
      await route.fulfill({ status, headers, body: isBytes ? body : body === undefined ? '' : JSON.stringify(body) });
    });
  }

  async answer(request) {
    const { pathname, search } = new URL(request.url());
    const asked = `${request.method()} ${pathname}${search}`;
    try {
      if (!/^(token|Bearer) ma-thu$/.test(request.headers().authorization ?? '')) throw new Error('no token');
      if (pathname.endsWith('/graphql')) return await this.query(request.postDataJSON());
      for (const [method, pattern, made] of this.routes) {
        const parts = method === request.method() && asked.slice(method.length + 1 + this.base.length).match(pattern);
        if (!parts) continue;
        const answer = made(parts.slice(1).map(decodeURIComponent), request.postDataJSON());
        return answer instanceof Answer ? answer : new Answer(200, answer);
      }
      throw new Error('no such route');
    } catch (error) {
      this.faults.push(`${asked}: ${error.message}`);
      return new Answer(501, { message: error.message });
    }
  }

  async query({ query, variables }) {
    const result = await graphql({ schema: this.schema, source: query, rootValue: this.root, variableValues: variables });
    for (const error of result.errors ?? []) {
      if (!error.originalError?.expected) this.faults.push(`${error.message} in ${query.slice(0, 200)}`);
    }
    return new Answer(200, JSON.parse(JSON.stringify(result)));
  }
}

