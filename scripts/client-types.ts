import openapiTypes, { astToString } from 'openapi-typescript';

/** The types of the API's client, made from the text of openapi.json: always the same for the same document. */
export async function clientTypes(document: string): Promise<string> {
  const banner = '// Made from openapi.json by `node scripts/run.mjs openapi`. Not to be edited.\n\n';
  return banner + astToString(await openapiTypes(JSON.parse(document)));
}
