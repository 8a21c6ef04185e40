/**
 * Drives the bare and the hardened service through the same bad day over real HTTP and
 * counts what happened.
 */
package dev.mainstay.samples.badday;
