/**
 * What the failures of Spring's web stacks, of Bean Validation and of Jackson mean to a
 * caller.
 */
@NullMarked
package dev.mainstay.core.problem.web;

import org.jspecify.annotations.NullMarked;
