// A real identity provider for the tests: npm's oidc-provider, with its own pages for signing in and consenting.
// node openid_provider.mjs FOLDER PORT REDIRECT SECRET EMAIL
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [, , folder, port, redirect, secret, email] = process.argv;
const { default: Provider } = await import(pathToFileURL(join(folder, 'node_modules/oidc-provider/lib/index.js')).href);
const provider = new Provider(`http://127.0.0.1:${port}`, {
  clients: [{
    client_id: 'workflow',
    client_secret: secret,
    redirect_uris: [redirect],
    grant_types: ['authorization_code'],
    response_types: ['code'],
    token_endpoint_auth_method: 'client_secret_post',
  }],
  claims: { openid: ['sub'], email: ['email', 'email_verified'] },
  conformIdTokenClaims: false,
  cookies: { keys: ['only for tests'] },
  findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, email, email_verified: true }) }),
  pkce: { required: () => true },
});
provider.listen(Number(port), '127.0.0.1', () => console.log('ready'));
