/** Id of the field of the new entry, for the shortcut that goes there. */
export const quickField = 'dossier.quick';
