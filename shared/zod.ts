/**
 * The one door to zod. WeChat forbids compiling code from strings, so `jitless` is set here,
 * before any schema exists; whoever needs zod imports it from this file.
 * Source: WeChat mini-program runtime (no `eval`, no `new Function`).
 */
import { config } from 'zod/mini';

config({ jitless: true });

export * as z from './zod-parts';
