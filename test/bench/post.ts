/** A post to measure on: made once, opened again by each measurement. */
import { appClient } from '../helpers/client.ts';
import { startApp } from '../helpers/app.ts';

export const passphrase = 'meten is weten op de post';

/** Makes a post in `profile` and gives the id of one drafted request in it. */
export async function makePost(profile: string): Promise<string> {
  const app = await startApp({ profile });
  try {
    const client = await appClient(app);
    await client.must('post.create', { identity: { name: 'Meetpost', function: 'rmoa', regionCode: 'VR24' }, passphrase });
    const request = await client.must('request.create', { templateId: 'wvr-51', values: { 'effect.text': 'Dijkdoorbraak langs de Geul voorkomen.' } });
    client.leave();
    return request.id;
  } finally {
    await app.stop();
  }
}
