// A made-up GitLab: the GraphQL fields and REST calls that the form uses, written down from GitLab's reference, and a real git
// repository behind both. GitLab publishes no schema as a package, so only the fields below are known here.

import { buildSchema } from 'graphql';

import { Answer, Host } from './host.mjs';

export const PROJECT = 'nhom-thu/noi-dung/danh-muc';

// https://docs.gitlab.com/api/graphql/reference/
const SCHEMA = buildSchema(`
  type Query { project(fullPath: ID!): Project }
  type Project { repository: Repository }
  type Repository {
    rootRef: String
    tree(ref: String, recursive: Boolean): Tree
    blobs(ref: String, paths: [String!]!): RepositoryBlobConnection
  }
  type Tree { lastCommit: Commit, blobs(after: String): BlobConnection! }
  type Commit { sha: String!, message: String }
  type BlobConnection { nodes: [Blob], pageInfo: PageInfo! }
  type Blob { type: String!, path: String!, sha: String! }
  type PageInfo { endCursor: String, hasNextPage: Boolean! }
  type RepositoryBlobConnection { nodes: [RepositoryBlob] }
  type RepositoryBlob { path: String!, oid: String!, size: String, rawTextBlob: String }
`);

/** GitLab answers with at most so many nodes. */
const PAGE = 100;

export function gitlab(repository) {
  const state = { mergeRequests: [] };
  const ref = (branch) => `refs/heads/${branch}`;
  const project = `/projects/${encodeURIComponent(PROJECT)}`;
  const under = (rest) => new RegExp(`^${project}${rest}$`);
  return Object.assign(
    new Host({
      origin: 'https://gitlab.com', base: '/api/v4', schema: SCHEMA,
      root: {
        project: ({ fullPath }) => (fullPath === PROJECT ? { repository: { rootRef: 'main', tree, blobs } } : null),
      },
      routes: [
        ['GET', /^\/user$/, () => ({ id: 7, username: 'can-bo-thu', name: 'Cán bộ Thử', email: '', web_url: '', avatar_url: '' })],
        ['GET', under('/users\\?search=can-bo-thu'), () => [{ id: 7 }]],
        ['GET', under('/repository/branches/([^/]+)'), ([branch]) => ({ commit: { id: repository.head(ref(branch)) } })],
        ['GET', under('/repository/files/([^/]+)/raw\\?lfs=true&ref=(.+)'), ([path, branch]) => repository.object(`${ref(branch)}:${path}`).bytes],
        ['GET', under('/deployments\\?.+'), () => []],
        ['GET', under('/repository/commits/(\\w+)/statuses\\?.+'), () => []],
        ['GET', under('/merge_requests\\?(.+)'), ([query]) => listed(new URLSearchParams(query))],
        ['GET', under('/merge_requests/(\\d+)/diffs\\?.+'), ([number]) => diffs(find(number))],
        ['POST', under('/repository/commits'), (_, body) => commit(body)],
        ['POST', under('/merge_requests'), (_, body) => open(body)],
        ['PUT', under('/merge_requests/(\\d+)'), ([number], body) => edit(find(number), body)],
      ],
    }),
    { state, ref },
  );

  function tree({ ref: branch }) {
    const id = repository.head(ref(branch));
    const all = repository.tree(id);
    return {
      lastCommit: { sha: id, message: repository.log(id, 1)[0].message },
      blobs({ after }) {
        const end = Number(after || 0) + PAGE;
        return { nodes: all.slice(end - PAGE, end), pageInfo: { endCursor: String(end), hasNextPage: end < all.length } };
      },
    };
  }

  function blobs({ ref: branch, paths }) {
    if (paths.length > PAGE) throw new Error(`more than ${PAGE} paths`);
    const found = paths.map((path) => ({ path, object: repository.object(`${ref(branch)}:${path}`) }));
    const node = ({ path, object: { id, bytes } }) => ({
      path, oid: id, size: String(bytes.length), rawTextBlob: bytes.includes(0) ? null : bytes.toString(),
    });
    return { nodes: found.filter(({ object }) => object).map(node) };
  }

  function commit({ branch, start_branch: start, commit_message: message, actions }) {
    const at = ref(branch);
    if (start) {
      if (repository.head(at)) return new Answer(400, { message: `A branch called '${branch}' already exists.` });
      repository.branch(at, repository.head(ref(start)));
    }
    const changes = actions.map(({ action, file_path: path, content, encoding }) => {
      if ((action === 'create') === Boolean(repository.object(`${at}:${path}`))) throw new Error(`cannot ${action} ${path}`);
      return { path, bytes: action === 'delete' ? null : Buffer.from(content, encoding === 'base64' ? 'base64' : 'utf8') };
    });
    const id = repository.commit(at, repository.head(at), changes, message);
    return new Answer(201, { id, committed_date: '2026-11-22T00:00:00Z' });
  }

  function open({ title, source_branch: source, target_branch: target, labels, remove_source_branch: tidy }) {
    const iid = state.mergeRequests.length + 1;
    const at = '2026-11-22T00:00:00Z';
    const request = {
      iid, id: 1000 + iid, title, source_branch: source, target_branch: target, labels: labels.split(','), tidy, state: 'opened',
      sha: repository.head(ref(source)), created_at: at, updated_at: at, web_url: `https://gitlab.com/${PROJECT}/-/merge_requests/${iid}`,
      author: { id: 7, username: 'can-bo-thu', name: 'Cán bộ Thử' },
    };
    state.mergeRequests.push(request);
    return new Answer(201, request);
  }

  function find(number) {
    return state.mergeRequests.find((request) => request.iid === Number(number));
  }

  function edit(request, { title, add_labels: add, remove_labels: remove }) {
    const gone = remove.split(',');
    request.title = title;
    request.labels = [...request.labels.filter((label) => !gone.includes(label) && label !== add), add];
    return request;
  }

  function listed(query) {
    const fits = (request) =>
      request.state === query.get('state') && (!query.has('labels') || request.labels.includes(query.get('labels'))) &&
      (!query.has('source_branch') || request.source_branch === query.get('source_branch'));
    return state.mergeRequests.filter(fits);
  }

  function diffs(request) {
    return repository.changes(ref(request.source_branch)).map((line) => ({
      old_path: line.slice(2), new_path: line.slice(2), deleted_file: line[0] === 'D', new_file: line[0] === 'A', renamed_file: false,
    }));
  }
}

