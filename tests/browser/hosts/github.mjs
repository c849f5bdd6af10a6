// A made-up GitHub: GraphQL by GitHub's own published schema, the REST calls that the form makes, and a real git repository
// behind both. Forks are refs of the same repository, as GitHub shares one object store between them.
import fs from 'node:fs';
import { fileURLToPath } from 'node:url';

import { buildSchema } from 'graphql';

import { Answer, Host } from './host.mjs';

const SCHEMA = fileURLToPath(new URL('../node_modules/@octokit/graphql-schema/schema.graphql', import.meta.url));

/** The repository of the catalogue, and an officer with an account of their own. */
export const OWNER = 'nhom-thu';
export const NAME = 'danh-muc';
export const OFFICER = 'can-bo-thu';

const expected = (message) => Object.assign(new Error(message), { expected: true });

/** `canWrite`: whether the officer may write to the catalogue's repository; `hasFork`: whether they have a copy already. */
export function github(repository, { canWrite = true, hasFork = false } = {}) {
  const state = { pulls: [], forked: hasFork };
  const refOf = (owner, branch) => (owner === OWNER ? `refs/heads/${branch}` : `refs/forks/${owner}/heads/${branch}`);
  const known = (owner, name) => name === NAME && (owner === OWNER || (owner === OFFICER && state.forked));
  const full = (owner) => `${owner}/${NAME}`;
  const schema = buildSchema(fs.readFileSync(SCHEMA, 'utf8'), { assumeValid: true });
  return Object.assign(
    new Host({
      origin: 'https://api.github.com', base: '', schema,
      root: {
        repository: ({ owner, name }) => (known(owner, name) ? repositoryNode(owner) : null),
        node: ({ id }) => pullNode(state.pulls.find((pull) => pull.node_id === id)),
        createRef({ input }) {
          const ref = refOf(input.repositoryId, input.name.replace('refs/heads/', ''));
          if (repository.head(ref)) throw expected(`A ref named "${input.name}" already exists in the repository.`);
          repository.branch(ref, input.oid);
          return { ref: { name: input.name } };
        },
        createCommitOnBranch({ input }) {
          const [owner] = input.branch.repositoryNameWithOwner.split('/');
          if (owner === OWNER && !canWrite) throw new Error('the officer may not write here');
          const { additions = [], deletions = [] } = input.fileChanges;
          const changes = [
            ...additions.map(({ path, contents }) => ({ path, bytes: Buffer.from(contents, 'base64') })),
            ...deletions.map(({ path }) => ({ path, bytes: null })),
          ];
          const ref = refOf(owner, input.branch.branchName);
          if (repository.head(ref) !== input.expectedHeadOid) throw new Error('the branch has moved');
          const id = repository.commit(ref, input.expectedHeadOid, changes, input.message.headline);
          return { commit: commitNode(repository.log(id, 1)[0]) };
        },
        markPullRequestReadyForReview: ({ input }) => draft(input.pullRequestId, false),
        convertPullRequestToDraft: ({ input }) => draft(input.pullRequestId, true),
      },
      routes: [
        ['GET', /^\/user$/, () => ({ id: 7, login: OFFICER, name: 'Cán bộ Thử', email: 'thu@thu.example', html_url: '', avatar_url: '' })],
        ['GET', /^\/repos\/nhom-thu\/danh-muc\/collaborators\/can-bo-thu$/, () => new Answer(canWrite ? 204 : 404)],
        ['GET', /^\/repos\/nhom-thu\/danh-muc\/git\/trees\/(\w+)\?recursive=1$/, ([id]) => ({ tree: repository.tree(id) })],
        ['GET', /^\/repos\/(?:nhom-thu|can-bo-thu)\/danh-muc\/git\/blobs\/(\w+)$/, ([id]) => repository.object(id).bytes],
        ['GET', /^\/repos\/([^/]+)\/danh-muc$/, ([owner]) => rest(owner)],
        ['POST', /^\/repos\/nhom-thu\/danh-muc\/forks$/, () => fork()],
        ['POST', /^\/repos\/can-bo-thu\/danh-muc\/merge-upstream$/, () => ({ merge_type: 'none' })],
        ['POST', /^\/repos\/nhom-thu\/danh-muc\/pulls$/, (_, body) => open(body)],
        ['POST', /^\/repos\/nhom-thu\/danh-muc\/issues\/(\d+)\/labels$/, ([number], { labels }) => label(number, labels)],
        ['GET', /^\/repos\/nhom-thu\/danh-muc\/issues\/(\d+)$/, ([number]) => issue(number)],
        ['PATCH', /^\/repos\/nhom-thu\/danh-muc\/issues\/(\d+)$/, ([number], { labels }) => Object.assign(find(number), { labels }) && issue(number)],
      ],
    }),
    { state, refOf },
  );

  function repositoryNode(owner) {
    return {
      id: owner,
      nameWithOwner: full(owner),
      defaultBranchRef: { name: 'main' },
      ref: ({ qualifiedName }) => refNode(refOf(owner, qualifiedName), qualifiedName),
      refs: ({ refPrefix }) => ({ nodes: branches(owner, refPrefix.replace('refs/heads/', '')) }),
      object: ({ oid, expression }) => objectNode(oid ?? inside(owner, expression)),
      forks: () => ({ nodes: state.forked ? [{ nameWithOwner: full(OFFICER), owner: { __typename: 'User', login: OFFICER } }] : [] }),
      pullRequests({ headRefName, labels, states }) {
        const fits = (pull) =>
          (!headRefName || pull.branch === headRefName) && (!states || states.includes(pull.state)) &&
          (!labels || pull.labels.some((one) => labels.includes(one)));
        const nodes = state.pulls.filter(fits).map(pullNode);
        return { nodes, totalCount: nodes.length };
      },
    };
  }

  function inside(owner, expression) {
    const at = expression.indexOf(':');
    return `${refOf(owner, expression.slice(0, at))}:${expression.slice(at + 1)}`;
  }

  function branches(owner, prefix) {
    const names = repository.text(['for-each-ref', '--format=%(refname)', refOf(owner, prefix)]).split('\n').filter(Boolean);
    return names.map((ref) => refNode(ref, ref.slice(refOf(owner, prefix).length)));
  }

  function refNode(ref, name) {
    const id = repository.head(ref);
    return id && { name, target: commitNode(repository.log(id, 1)[0]) };
  }

  function commitNode({ id, message, name, email, date }) {
    const person = { name, email, user: null, avatarUrl: '' };
    return {
      __typename: 'Commit', oid: id, message, committedDate: date, author: person,
      history: ({ first, path }) => ({ nodes: repository.log(id, first, path).map(commitNode) }),
      file: ({ path }) => ({ oid: repository.object(`${id}:${path}`).id }),
      status: null,
      deployments: { nodes: [] },
      checkSuites: { nodes: [] },
    };
  }

  function objectNode(name) {
    const object = repository.object(name);
    if (object?.type === 'commit') return commitNode(repository.log(object.id, 1)[0]);
    if (object?.type !== 'blob') return null;
    const isBinary = object.bytes.includes(0);
    return {
      __typename: 'Blob', oid: object.id, byteSize: object.bytes.length, isBinary, isTruncated: false,
      text: isBinary ? null : object.bytes.toString(),
    };
  }

  function pullNode(pull) {
    if (!pull) return null;
    const files = repository.changes(pull.ref).map((line) => ({
      path: line.slice(2), changeType: { A: 'ADDED', M: 'MODIFIED', D: 'DELETED' }[line[0]],
    }));
    return {
      __typename: 'PullRequest', id: pull.node_id, number: pull.number, title: pull.title, url: pull.html_url,
      state: pull.state, isDraft: pull.draft, isCrossRepository: pull.owner !== OWNER,
      createdAt: pull.created_at, updatedAt: pull.updated_at, headRefName: pull.branch, headRefOid: repository.head(pull.ref),
      headRepositoryOwner: { __typename: 'User', login: pull.owner },
      author: { __typename: 'User', login: OFFICER, name: 'Cán bộ Thử', email: '', databaseId: 7, avatarUrl: '' },
      labels: { nodes: pull.labels.map((name) => ({ name })) },
      files: { nodes: files },
    };
  }

  function rest(owner) {
    if (!known(owner, NAME)) return new Answer(404, { message: 'Not Found' });
    const own = owner === OWNER ? {} : { fork: true, parent: { full_name: full(OWNER) } };
    return { full_name: full(owner), private: false, allow_forking: true, permissions: { pull: true, push: owner === OFFICER || canWrite }, ...own };
  }

  function fork() {
    state.forked = true;
    return new Answer(202, { full_name: full(OFFICER) });
  }

  function open({ title, head, base, draft: isDraft, body }) {
    const [owner, branch] = head.includes(':') ? head.split(':') : [OWNER, head];
    const number = state.pulls.length + 1;
    const at = '2026-11-22T00:00:00Z';
    const pull = {
      number, node_id: `PR_${number}`, title, body, base, head, owner, branch, ref: refOf(owner, branch), draft: isDraft, labels: [],
      state: 'OPEN', created_at: at, updated_at: at, html_url: `https://github.com/${full(OWNER)}/pull/${number}`,
    };
    state.pulls.push(pull);
    return new Answer(201, { ...pull, head: { sha: repository.head(pull.ref) } });
  }

  function find(number) {
    return state.pulls.find((pull) => pull.number === Number(number));
  }

  function label(number, labels) {
    if (!canWrite) throw new Error('labelling needs the right to write');
    find(number).labels.push(...labels);
    return labels.map((name) => ({ name }));
  }

  function issue(number) {
    return { number, labels: find(number).labels.map((name) => ({ name })) };
  }

  function draft(id, isDraft) {
    const pull = state.pulls.find((one) => one.node_id === id);
    pull.draft = isDraft;
    return { pullRequest: pullNode(pull) };
  }
}

/** Of what a pull request asked for, what an officer and a reviewer meet. */
export const asked = ({ title, head, base, draft, labels }) => ({ title, head, base, draft, labels });

