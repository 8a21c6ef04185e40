/**
 * A small web application as anybody writes it, without Mainstay.
 */
@NullMarked
package dev.mainstay.tests.ordinary;

import org.jspecify.annotations.NullMarked;
