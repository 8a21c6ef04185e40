/**
 * Ships secrets with an application, and looks whether it starts.
 */
@NullMarked
package dev.mainstay.tests.harness.secrets;

import org.jspecify.annotations.NullMarked;
