/**
 * What Mainstay generates and answers, given to the programs that it is for.
 */
@NullMarked
package dev.mainstay.tests.external;

import org.jspecify.annotations.NullMarked;
