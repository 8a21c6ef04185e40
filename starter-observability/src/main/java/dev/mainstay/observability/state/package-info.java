/**
 * What outlives the process. Shared by the features of this module; no promise of
 * compatibility.
 */
@NullMarked
package dev.mainstay.observability.state;

import org.jspecify.annotations.NullMarked;
