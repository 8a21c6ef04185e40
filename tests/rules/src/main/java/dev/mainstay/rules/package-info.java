/**
 * The rules that every module of Mainstay is held to by its own test run.
 */
@NullMarked
package dev.mainstay.rules;

import org.jspecify.annotations.NullMarked;
