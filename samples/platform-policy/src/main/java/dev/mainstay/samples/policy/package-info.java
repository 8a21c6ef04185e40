/**
 * The checks of a platform group for the services that run on its platform.
 */
@NullMarked
package dev.mainstay.samples.policy;

import org.jspecify.annotations.NullMarked;
