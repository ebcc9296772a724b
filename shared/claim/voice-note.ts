/** Longest voice note, in seconds. */
export const MAX_VOICE_SECONDS = 60;
/** Largest voice note: a minute of speech as a phone records it takes a tenth to all of it. */
export const MAX_VOICE_BYTES = 2 * 1024 * 1024;
