import { describe, expect, it } from 'vitest';
import { packOf } from '../../helpers/packs.ts';

const contacts = packOf('contacts').entries;
const regions = packOf('regions').entries;
const byId = (id: string): (typeof contacts)[number] => {
  const found = contacts.find((one) => one.id === id);
  if (!found) throw new Error(`no contact ${id}`);
  return found;
};

describe('contacts', () => {
  it('have ids of their own', () => {
    expect(new Set(contacts.map((one) => one.id)).size).toBe(contacts.length);
  });

  it('are placeholders exactly where no channel is public', () => {
    expect(contacts.filter((one) => one.placeholder !== (one.channels.length === 0)).map((one) => one.id)).toEqual([]);
  });

  it('give only numbers that a source confirms', () => {
    const channels = contacts.flatMap((one) => one.channels.map((channel) => ({ id: one.id, channel })));
    expect(channels.filter(({ channel }) => channel.provenance.confidence !== 'verified').map(({ id }) => id)).toEqual([]);
    expect(channels.map(({ id, channel }) => `${id} ${channel.kind} ${channel.value}`)).toEqual([
      'locc phone 088 662 80 48',
      'locc phone 088 662 80 00',
      'locc visit Huis ter Heideweg 62, 3705 LZ Zeist',
      'locc post Postbus 100, 3970 AC Driebergen',
      'cbrn-response alarm (0889) 56 95 69',
      'cbrn-response phone (0889) 56 95 68',
    ]);
  });

  it('say what each office is for in one line', () => {
    expect(contacts.filter(({ role }) => [role.nl, role.en].some((text) => text.length > 130 || text.includes('\n'))).map((one) => one.id)).toEqual([]);
  });

  it('say no word twice among the other names', () => {
    expect(contacts.filter((one) => new Set(one.aliases.map((alias) => alias.toLowerCase())).size !== one.aliases.length).map((one) => one.id)).toEqual([]);
  });
});

describe('the adviser and the command of a region', () => {
  it.each(regions.map((region) => [region.code, region] as const))('%s: are placeholders of the region and its command', (_code, region) => {
    const code = region.code.toLowerCase();
    for (const one of [byId(`rmoa-${code}`), byId(`rmc-${code}`)]) {
      expect([one.regionCode, one.command, one.placeholder]).toEqual([region.code, region.command.name, true]);
      expect(one.title.nl).toContain(region.name);
    }
    expect(byId(`rmc-${code}`).role.nl).toContain(`${region.command.brigade}, ${region.command.seat}`);
  });

  it('are twenty-five each', () => {
    for (const prefix of ['rmoa-', 'rmc-']) expect(contacts.filter((one) => one.id.startsWith(prefix)).length).toBe(25);
  });

  it('join from GRIP 2, as the guideline on rescue in floods says of the adviser', () => {
    expect(contacts.filter((one) => one.id.startsWith('rmoa-') && one.fromGrip !== 2).map((one) => one.id)).toEqual([]);
    expect(byId('rmoa-vr24').provenance.note).toContain('Handreiking Redden, bladzijde 40');
  });

  it('go by their former names: OVR everywhere, RMC West where that command was', () => {
    expect(contacts.filter((one) => one.aliases.includes('OVR')).length).toBe(25);
    const west = contacts.filter((one) => one.id.startsWith('rmc-') && one.aliases.includes('RMC West')).map((one) => one.regionCode);
    expect(west).toEqual(regions.filter((region) => region.command.formerNames.includes('RMC West')).map((region) => region.code));
    expect(west.length).toBe(10);
  });
});
