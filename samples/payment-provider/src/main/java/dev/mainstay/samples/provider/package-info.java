/**
 * A stub of a payment provider that counts what it is asked and misbehaves when told to.
 */
package dev.mainstay.samples.provider;
