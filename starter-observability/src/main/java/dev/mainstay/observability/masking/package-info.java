/**
 * One engine that masks secrets in every text that leaves the process.
 */
@NullMarked
package dev.mainstay.observability.masking;

import org.jspecify.annotations.NullMarked;
