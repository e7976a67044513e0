/** The forms of short texts, as regular expressions. No zod here: the schemas and the window's own guards both read them. */

export const patterns = {
  /** RFC 9557 with offset and zone; minutes are what people type */
  zonedDateTime: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?[+-]\d{2}:\d{2}\[[A-Za-z_+\-/0-9]+\]$/,
  regionCode: /^VR(0[1-9]|1\d|2[0-5])$/,
  municipalityCode: /^GM\d{4}$/,
  /** of a content, lower-case hex */
  sha256: /^[0-9a-f]{64}$/,
  slug: /^[a-z0-9]+(-[a-z0-9]+)*$/,
  /** RFC 9562 with its version and variant, nil and max */
  uuid: /^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$/,
} as const;
