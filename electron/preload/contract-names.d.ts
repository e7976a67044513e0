/** Made by build/bundle.ts from shared/contract.ts. */
declare module 'virtual:contract-names' {
  export const callNames: readonly string[];
  export const eventNames: readonly string[];
  export const rememberedEvents: readonly string[];
}
