/**
 * The key with which a hub is known: ECDSA P-256, which TLS in Node and in Electron's BoringSSL both take (BoringSSL offers no Ed25519
 * there). Made at the first start. Posts pin the key, not the certificate around it, so the certificate may be made anew.
 */
import { createPrivateKey, createPublicKey, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AsnConvert, OctetString } from '@peculiar/asn1-schema';
import {
  AlgorithmIdentifier,
  AttributeTypeAndValue,
  AttributeValue,
  BasicConstraints,
  Certificate,
  Extension,
  Extensions,
  GeneralName,
  Name,
  RelativeDistinguishedName,
  SubjectAlternativeName,
  SubjectPublicKeyInfo,
  TBSCertificate,
  Validity,
  Version,
  id_ce_basicConstraints,
  id_ce_subjectAltName,
} from '@peculiar/asn1-x509';
import { fingerprintOf } from '../../db/documents/identity.ts';
import { writeDurably } from '../../db/file/durable.ts';
import { told } from '../../db/file/failures.ts';
import { AppError } from '../../shared/errors.ts';

const keyFile = 'hub-key.pem';
const certificateFile = 'hub-certificate.pem';
const commonName = '2.5.4.3';
const ecdsaWithSha256 = '1.2.840.10045.4.3.2';
/** Nobody looks at the dates of a pinned key, and clocks of posts may be wrong by years. */
const from = new Date('2020-01-01T00:00:00Z');
const until = new Date('2049-12-31T00:00:00Z');

export interface HubCertificate {
  /** PEM */
  readonly key: string;
  readonly certificate: string;
  /** fingerprint of the public key: what an invitation pins and what people read to each other */
  readonly pin: string;
}

/** Reads the key and certificate of the folder, or makes them. Throws `keyfile.damaged`, `disk.full` or `folder.readonly`. */
export function hubCertificate(folder: string): HubCertificate {
  const at = (name: string): string => join(folder, name);
  return told(folder, () => {
    // the key first: without its certificate it is the same hub, the other way round it is none
    if (!existsSync(at(keyFile))) writeDurably(at(keyFile), newKey());
    const key = readFileSync(at(keyFile), 'utf8');
    if (!existsSync(at(certificateFile))) writeDurably(at(certificateFile), certificateFor(key));
    return { key, certificate: readFileSync(at(certificateFile), 'utf8'), pin: pinOf(key) };
  });
}

function newKey(): string {
  return generateKeyPairSync('ec', { namedCurve: 'P-256', privateKeyEncoding: { type: 'pkcs8', format: 'pem' }, publicKeyEncoding: { type: 'spki', format: 'der' } }).privateKey;
}

function publicKeyOf(key: string): Buffer {
  try {
    return createPublicKey(key).export({ type: 'spki', format: 'der' });
  } catch (error) {
    throw new AppError('keyfile.damaged', 'the key of the hub cannot be read', { cause: error });
  }
}

const pinOf = (key: string): string => fingerprintOf(publicKeyOf(key));

const extension = (id: string, critical: boolean, value: unknown): Extension => new Extension({ extnID: id, critical, extnValue: new OctetString(AsnConvert.serialize(value)) });

/** Self-signed, X.509 version 3, PEM. */
function certificateFor(key: string): string {
  const name = new Name([new RelativeDistinguishedName([new AttributeTypeAndValue({ type: commonName, value: new AttributeValue({ utf8String: 'Steunpunt hub' }) })])]);
  const algorithm = new AlgorithmIdentifier({ algorithm: ecdsaWithSha256 });
  const serial = randomBytes(16);
  // a positive number in its shortest form
  serial[0] = ((serial[0] ?? 0) & 0x3f) | 0x40;
  const content = new TBSCertificate({
    version: Version.v3,
    serialNumber: new Uint8Array(serial).buffer,
    signature: algorithm,
    issuer: name,
    subject: name,
    validity: new Validity({ notBefore: from, notAfter: until }),
    subjectPublicKeyInfo: AsnConvert.parse(publicKeyOf(key), SubjectPublicKeyInfo),
    extensions: new Extensions([
      extension(id_ce_basicConstraints, true, new BasicConstraints({ cA: false })),
      extension(id_ce_subjectAltName, false, new SubjectAlternativeName([new GeneralName({ dNSName: 'localhost' })])),
    ]),
  });
  const signature = sign('sha256', Buffer.from(AsnConvert.serialize(content)), createPrivateKey(key));
  const made = new Certificate({ tbsCertificate: content, signatureAlgorithm: algorithm, signatureValue: new Uint8Array(signature).buffer });
  const lines = Buffer.from(AsnConvert.serialize(made)).toString('base64').match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}
