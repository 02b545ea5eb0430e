import createFetchClient, { type Client } from 'openapi-fetch';
import type { components, paths } from './schema.js';

export type { components, paths };

/** The API with its own types: an address, a body or an answer that the document does not know is a type error. */
export type ApiClient = Client<paths>;

/**
 * A client for one session.
 * @param url where the API is, without a path
 * @param token of a session; left out in a browser, whose cookie says who asks
 */
export function createApiClient(url: string, token?: string): ApiClient {
  return createFetchClient<paths>({
    baseUrl: url,
    ...(token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } }),
  });
}
