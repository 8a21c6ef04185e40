/**
 * The harmless part of the bad day, against a service that nobody here has written.
 */
package dev.mainstay.samples.badday.drill;
